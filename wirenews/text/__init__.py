"""What every reader needs: characters, layout, language, tables."""
