"""Datelines of Chinese, Japanese and Korean copy, one row a form; stories in these languages are in languages/."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import fail_if_it_grows_faster

from wirenews.dateline.reading import Reading
from wirenews.dateline.unspaced import read_unspaced_dateline
from wirenews.text.characters import plain_text

TABLE = Path(__file__).parent.parent / "wirenews" / "data" / "datelines.toml"


class Case(NamedTuple):
    text: str
    dateline: str
    places: str = ""
    date: str = ""
    agencies: str = ""
    people: str = ""


CASES = [
    # Xinhua and its kin
    Case("新华社北京6月14日电（记者罗明沙）国家", "新华社北京6月14日电", "北京", "--06-14", "xinhua", "罗明沙"),
    Case("新华社北京6月14日电 国家", "新华社北京6月14日电", "北京", "--06-14", "xinhua"),
    Case("新华社北京１０月２２日电国家", "新华社北京１０月２２日电", "北京", "--10-22", "xinhua"),
    Case("新华社三亚4月18日电 题：小岛", "新华社三亚4月18日电", "三亚", "--04-18", "xinhua"),
    Case(
        "新华社日内瓦1月28日电（记者陈小杰 王明）世界",
        "新华社日内瓦1月28日电",
        "日内瓦",
        "--01-28",
        "xinhua",
        "陈小杰 王明",
    ),
    Case(
        "新华社北京1月28日电（记者 陈　曦、王明）世界", "新华社北京1月28日电", "北京", "--01-28", "xinhua", "陈曦 王明"
    ),
    Case(
        "新华社乌鲁木齐1月28日电（记者阿依努尔·买买提）世界",
        "新华社乌鲁木齐1月28日电",
        "乌鲁木齐",
        "--01-28",
        "xinhua",
        "阿依努尔·买买提",
    ),
    Case(
        "新华社北京12月16日（韩小洁、王优宁）16日", "新华社北京12月16日", "北京", "--12-16", "xinhua", "韩小洁 王优宁"
    ),
    Case("新华社北京4月18日专电（记者李明）中国", "新华社北京4月18日专电", "北京", "--04-18", "xinhua", "李明"),
    Case("新华社北京2025年4月18日电 中国", "新华社北京2025年4月18日电", "北京", "2025-04-18", "xinhua"),
    Case(
        "据新华社联合国8月22日电（记者段小勇）联合国",
        "据新华社联合国8月22日电",
        "联合国",
        "--08-22",
        "xinhua",
        "段小勇",
    ),
    Case("新华社“雪鹰”号4月18日电 科考队", "新华社“雪鹰”号4月18日电", "“雪鹰”号", "--04-18", "xinhua"),
    Case("【新华社重庆十四日电】长江", "【新华社重庆十四日电】", "重庆", "---14", "xinhua"),
    Case(
        "中新社北京九月二十七日电 (李小泽 张明)中国",
        "中新社北京九月二十七日电",
        "北京",
        "--09-27",
        "cns-cn",
        "李小泽 张明",
    ),
    Case("中新社香港二〇二五年四月十日电 香港", "中新社香港二〇二五年四月十日电", "香港", "2025-04-10", "cns-cn"),
    Case("中新网6月14日电(记者 吴小驹)据", "中新网6月14日电", "", "--06-14", "cns-cn", "吴小驹"),
    Case("据新华社电　国家", "据新华社电", "", "", "xinhua"),
    Case("新华社快讯：国家", "新华社快讯", "", "", "xinhua"),
    Case("路透北京6月14日 - 中国", "路透北京6月14日", "北京", "--06-14", "reuters"),
    Case("法新社巴黎18日电 法国", "法新社巴黎18日电", "巴黎", "---18", "afp"),
    Case("朝中社平壤4月18日电 -- 各地", "朝中社平壤4月18日电", "平壤", "--04-18", "kcna"),
    Case("本报华盛顿4月18日电（记者张江）美国", "本报华盛顿4月18日电", "华盛顿", "--04-18", "", "张江"),
    Case("本报北京七月九日讯记者廖小旺报道：今天", "本报北京七月九日讯", "北京", "--07-09", "", "廖小旺"),
    # Central News Agency
    Case("（中央社記者戴雅文台北29日電）台北", "（中央社記者戴雅文台北29日電）", "台北", "---29", "cna-tw", "戴雅文"),
    Case("（中央社記者王明台北29日電）台北", "（中央社記者王明台北29日電）", "台北", "---29", "cna-tw", "王明"),
    Case(
        "（中央社記者郭文、王雨新北10日電）立",
        "（中央社記者郭文、王雨新北10日電）",
        "新北",
        "---10",
        "cna-tw",
        "郭文 王雨",
    ),
    Case(
        "（中央社記者郭建文台北、王揚雨高雄10日電）立",
        "（中央社記者郭建文台北、王揚雨高雄10日電）",
        "台北 高雄",
        "---10",
        "cna-tw",
        "郭建文 王揚雨",
    ),
    Case("（中央社台北29日電）台北", "（中央社台北29日電）", "台北", "---29", "cna-tw"),
    Case("（中央社華盛頓28日綜合外電報導）美國", "（中央社華盛頓28日綜合外電報導）", "華盛頓", "---28", "cna-tw"),
    Case(
        "(中央社記者林宏文洛杉磯28日專電)加州",
        "(中央社記者林宏文洛杉磯28日專電)",
        "洛杉磯",
        "---28",
        "cna-tw",
        "林宏文",
    ),
    Case("（中央社台北114年4月18日電）今天", "（中央社台北114年4月18日電）", "台北", "2025-04-18", "cna-tw"),
    Case(
        "（中央社台北民國一一四年四月十八日電）今天",
        "（中央社台北民國一一四年四月十八日電）",
        "台北",
        "2025-04-18",
        "cna-tw",
    ),
    Case("〔中央社〕台東", "〔中央社〕", "", "", "cna-tw"),
    # Japan
    Case("【ワシントン時事】米", "【ワシントン時事】", "ワシントン", "", "jiji"),
    Case("【ドーハ共同】カタール", "【ドーハ共同】", "ドーハ", "", "kyodo"),
    Case("【ロンドン＝共同】英", "【ロンドン＝共同】", "ロンドン", "", "kyodo"),
    Case("【北京・ソウル共同】中", "【北京・ソウル共同】", "北京 ソウル", "", "kyodo"),
    Case("【ニューヨーク共同＝田中健一】米", "【ニューヨーク共同＝田中健一】", "ニューヨーク", "", "kyodo", "田中健一"),
    Case("【クイーンズタウン共同】海辺", "【クイーンズタウン共同】", "クイーンズタウン", "", "kyodo"),
    Case("【パリＡＦＰ時事】仏", "【パリＡＦＰ時事】", "パリ", "", "afp jiji"),
    Case("〔ロンドン共同〕英", "〔ロンドン共同〕", "ロンドン", "", "kyodo"),
    Case("＜ロンドン時事＞英", "＜ロンドン時事＞", "ロンドン", "", "jiji"),
    Case("【4月18日 AFP】仏", "【4月18日 AFP】", "", "--04-18", "afp"),
    Case("［東京　３日　ロイター］ - 日経", "［東京 ３日 ロイター］", "東京", "---03", "reuters"),
    Case("[ワシントン 3日 ロイター] - 米", "[ワシントン 3日 ロイター]", "ワシントン", "---03", "reuters"),
    Case(
        "[ウラジオストク/東京 12日 ロイター] - 日",
        "[ウラジオストク/東京 12日 ロイター]",
        "ウラジオストク 東京",
        "---12",
        "reuters",
    ),
    Case("【平壌４月１８日発朝鮮中央通信】朝", "【平壌４月１８日発朝鮮中央通信】", "平壌", "--04-18", "kcna"),
    Case("【新華社北京4月18日】中国", "【新華社北京4月18日】", "北京", "--04-18", "xinhua"),
    Case("（台北中央社）台湾", "（台北中央社）", "台北", "", "cna-tw"),
    Case("【ジュネーブ＝山田太郎】世界", "【ジュネーブ＝山田太郎】", "ジュネーブ", "", "", "山田太郎"),
    # Korea
    Case("(서울=연합뉴스) 김병수 기자 = 정부가", "(서울=연합뉴스)", "서울", "", "yonhap", "김병수"),
    Case("(서울=연합뉴스) 김병수 이정미 기자 = 정부가", "(서울=연합뉴스)", "서울", "", "yonhap", "김병수 이정미"),
    Case(
        "(부산·도쿄=연합뉴스) 이정민 기자 박성호 특파원 = 정부가",
        "(부산·도쿄=연합뉴스)",
        "부산 도쿄",
        "",
        "yonhap",
        "이정민 박성호",
    ),
    Case("(서울=연합뉴스) 김병수·이정미 기자 = 정부가", "(서울=연합뉴스)", "서울", "", "yonhap", "김병수 이정미"),
    Case("(서울=연합뉴스) 국제부 = 뉴욕", "(서울=연합뉴스) 국제부", "서울", "", "yonhap"),
    Case("(도쿄 AP·교도=연합뉴스) 일본", "(도쿄 AP·교도=연합뉴스)", "도쿄", "", "ap kyodo yonhap"),
    Case("[서울=뉴시스] 정부가", "[서울=뉴시스]", "서울", "", "newsis"),
    Case("[서울=뉴시스]김난희 기자 = 정부가", "[서울=뉴시스]", "서울", "", "newsis", "김난희"),
    Case("【서울=뉴시스】김난희 기자 = 정부가", "【서울=뉴시스】", "서울", "", "newsis", "김난희"),
    Case("(세종=뉴스1) 정지호 기자 = 정부가", "(세종=뉴스1)", "세종", "", "news1-kr", "정지호"),
    Case("(연합뉴스) 김병수 기자 = 정부가", "(연합뉴스)", "", "", "yonhap", "김병수"),
    Case("[이데일리 김미정 기자] 정부가", "[이데일리 김미정 기자]", "", "", "edaily", "김미정"),
    Case("(평양 4월 18일발 조선중앙통신) 각지", "(평양 4월 18일발 조선중앙통신)", "평양", "--04-18", "kcna"),
]

REFUSED = [
    "北京14日下雪，机场正常。",
    "新华社记者6月14日电话采访了船长。",
    "新华社北京分社负责人说，展览开幕。",
    "新华社6月14日电视节目播出了画面。",
    "据新华社报道，展览开幕。",
    "法新社援引官员的话说，大桥已经通车。",
    "【新华社评论员文章】坚持。",
    "【本报讯】",
    "（中央社檔案照片）",
    "（完）",
    "【独自】東京都内の図書館が開く。",
    "【日中共同】の声明は出なかった。",
    "【速報】日銀が発表",
    "【時事】標題：假房東",
    "【國內時事】今天",
    "【政治・時事】今週",
    "【時事解説】とは何か",
    "「東京に来た」と話した。",
    "［東京］のロイター支局",
    "共同で運営する施設が18日に開いた。",
    "[단독] 서울시가 다리를 놓는다.",
    "연합뉴스에 따르면 비가 왔다.",
    "(서울) 비가 온다 = 기상청",
    "(서울=한강) 비가 온다.",
    "",
    "【",
    "（",
]


def read(text: str, reference: dt.date | None = None) -> Reading | None:
    text = plain_text(text)
    return read_unspaced_dateline(text, 0, len(text), reference=reference)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:16])
def test_dateline(case: Case) -> None:
    reading = read(case.text)
    assert reading is not None
    line, byline = reading.dateline, reading.byline
    got = Case(
        case.text,
        line.text,
        " ".join(place.name for place in line.places),
        line.date.isoformat() if line.date else "",
        " ".join(agency.id for agency in line.agencies),
        " ".join(person.name for person in byline.people) if byline else "",
    )
    assert got == case
    assert case.text[reading.lead :][:1].isalnum()


@pytest.mark.parametrize("text", REFUSED)
def test_not_a_dateline(text: str) -> None:
    assert read(text) is None


def test_samples_are_read_by_their_form() -> None:
    for row in tomllib.loads(TABLE.read_text(encoding="utf-8"))["form"]:
        reading = read(row["sample"] + "次")
        assert reading is not None, row["sample"]
        assert reading.dateline.rule == f"dateline.{row['id']}"


def test_byline_stands_in_the_source() -> None:
    text = "新华社北京6月14日电（记者罗明沙）国家"
    reading = read(text)
    assert reading is not None
    assert reading.byline is not None
    assert text[reading.byline.start : reading.byline.end] == "（记者罗明沙）"
    assert text[reading.dateline.start : reading.dateline.end] == "新华社北京6月14日电"
    assert text[reading.lead :] == "国家"


def test_places_have_their_country() -> None:
    for text, country in (("新华社利马6月14日电 秘", "PE"), ("【カイロ時事】エ", "EG"), ("(뉴욕=연합뉴스) 미", "US")):
        reading = read(text)
        assert reading is not None
        assert [place.country for place in reading.dateline.places] == [country]


def test_year_comes_from_the_reference() -> None:
    reading = read("新华社北京12月30日电 国家", dt.date(2025, 1, 2))
    assert reading is not None
    assert reading.dateline.date is not None
    assert (reading.dateline.date.isoformat(), reading.dateline.date.inferred) == ("2024-12-30", ("year",))


def test_no_such_date() -> None:
    reading = read("新华社北京2月30日电 国家")
    assert reading is not None
    assert reading.dateline.date is None
    assert [defect.code for defect in reading.defects] == ["date-invalid"]


@pytest.mark.parametrize(
    "unit",
    [
        "中",
        "（中央社",
        "新华社北京",
        "【共同、",
        "(서울·",
        "(서울=연합뉴스) 김병수 ",
        "１月",
        "記者",
        "、",
        "(",
        "\ue000",
    ],
)
def test_time_does_not_grow_with_the_text(unit: str) -> None:
    """Only the beginning is looked at."""
    for start in ("", "（中央社記者"):
        small, large = start + unit * 5_000, start + unit * 20_000
        fail_if_it_grows_faster(lambda text: read_unspaced_dateline(text, 0, len(text)), small, large, most=2)


def test_first_use_is_cheap() -> None:
    """The first dateline of a script costs at most twice what the tables and patterns cost that other datelines use too."""
    code = (
        "import wirenews; from time import process_time as now; began = now();"
        "wirenews.parse('LIMA, March 3 (Reuters) - Rain fell.'); between = now();"
        "wirenews.parse('新华社北京6月14日电（记者罗明沙）国家'); print((now() - between) / (between - began))"
    )
    ratios = (float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(5))
    assert any(ratio < 2 for ratio in ratios)
