"use strict";
// The page's texts are only ever set as text: no story is read as HTML.
const byId = id => document.getElementById(id);
const read = id => JSON.parse(byId(id).textContent);
const { titles, days, figures, batch } = read("index");
const TOP = 8, NONE = -1, FIRST_ROWS = 60, MORE_ROWS = 400, MOST_DAYS = 92;
const NONES = { agency: "no agency", country: "no country", city: "no place", language: "language not known",
  role: "nobody credited", desk: "no desk", defect: "no defect", copies: "no copy" };
const count = number => number.toLocaleString("en");
const several = number => number === 1 ? "1 story" : `${count(number)} stories`;

function make(tag, properties = {}, ...children) {
  const { dataset, attributes = {}, ...plain } = properties;
  const element = Object.assign(document.createElement(tag), plain);
  Object.assign(element.dataset, dataset);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// ---------------------------------------------------------------- names

const namers = Object.fromEntries(["region", "language"].map(type => [type, new Intl.DisplayNames(["en"], { type })]));
function named(type, code) {
  try { return namers[type].of(code); } catch { return code; }
}
function labelOf(name, number) {
  if (number === NONE) return NONES[name];
  const label = figures[name].labels[number];
  if (name === "country") return named("region", label);
  if (name === "language") return named("language", label);
  return Array.isArray(label) ? label[0] : label;
}
function spokenDay(prefix) {
  const [year, month, day] = prefix.split("-");
  const name = month && new Date(Date.UTC(2000, month - 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });
  return [day && Number(day), name, year].filter(Boolean).join(" ");
}

// ---------------------------------------------------------------- which stories

const names = Object.keys(figures);
const chosen = Object.fromEntries(names.map(name => [name, new Set()]));
let period = "", words = "", shown = [];

const isOf = (name, story) => {
  const numbers = figures[name].of[story];
  return numbers.length ? numbers.some(number => chosen[name].has(number)) : chosen[name].has(NONE);
};

// Each figure counts the stories that all the other filters leave.
function counted() {
  const counts = Object.fromEntries(names.map(name => [name, new Map()]));
  const perDay = new Map(), filters = names.filter(name => chosen[name].size), found = [];
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (let story = 0; story < titles.length; story++) {
    if (words && !titles[story].toLowerCase().includes(words)) continue;
    const against = filters.filter(name => !isOf(name, story));
    if (!isIn(days[story])) against.push("day");
    if (against.length > 1) continue;
    if (!against.length) found.push(story);
    for (const name of against.length ? against.filter(name => name !== "day") : names) {
      const numbers = figures[name].of[story];
      for (const number of numbers.length ? numbers : [NONE]) add(counts[name], number);
    }
    if (!against.length || against[0] === "day") add(perDay, days[story]);
  }
  return { counts, perDay, found };
}
const isIn = day => period === "none" ? !day : day.startsWith(period);

// ---------------------------------------------------------------- bars

const open = new Set();
function drawBars(name, counts) {
  const home = document.querySelector(`[data-figure="${name}"]`);
  const isChosen = number => chosen[name].has(number);
  for (const number of chosen[name]) if (!counts.has(number)) counts.set(number, 0);
  const rows = [...counts].sort(([a, x], [b, y]) => isChosen(b) - isChosen(a) || (a === NONE) - (b === NONE) || y - x);
  const few = open.has(name) ? rows : rows.slice(0, TOP);
  const most = Math.max(1, ...rows.map(([number, stories]) => number === NONE ? 0 : stories));
  const list = make("ul", { className: "bars" }, ...few.map(([number, stories]) => {
    const label = labelOf(name, number);
    const bar = make("button", { type: "button", dataset: { number }, onclick: () => toggle(name, number),
      attributes: { "aria-pressed": isChosen(number) } },
    make("bdi", { textContent: label, title: label }), " ", make("b", { textContent: count(stories) }));
    bar.style.setProperty("--share", Math.min(1, stories / most));
    if (number === NONE) bar.classList.add("none");
    return make("li", {}, bar);
  }));
  const more = rows.length > TOP && make("button", { type: "button", className: "more", dataset: { number: "more" },
    textContent: open.has(name) ? "Fewer" : `All ${count(rows.length)}`,
    attributes: { "aria-expanded": open.has(name) },
    onclick: () => { open.delete(name) || open.add(name); draw(); } });
  const title = home.querySelector("h2, h3");
  home.replaceChildren(...[title, list, more].filter(Boolean));
  home.hidden = !rows.some(([number]) => number !== NONE);
}

// ---------------------------------------------------------------- map

const SVG = "http://www.w3.org/2000/svg";
function drawMap(counts) {
  const most = Math.max(1, ...counts.values());
  const circles = [...counts].sort(([, x], [, y]) => y - x).flatMap(([number, stories]) => {
    const [label, x, y] = number === NONE ? [] : figures.city.labels[number];
    if (x == null || !stories) return [];
    const circle = document.createElementNS(SVG, "circle");
    const is = { cx: x, cy: y, r: 2.5 + 21 * Math.sqrt(stories / most), class: chosen.city.has(number) ? "chosen" : "" };
    for (const [name, value] of Object.entries(is)) circle.setAttribute(name, value);
    circle.append(document.createElementNS(SVG, "title"));
    circle.firstChild.textContent = `${label}: ${several(stories)}`;
    circle.onclick = () => toggle("city", number);
    return [circle];
  });
  byId("map").querySelector("g").replaceChildren(...circles);
  byId("map").classList.toggle("some", chosen.city.size > 0);
}

// ---------------------------------------------------------------- days

const dated = days.filter(Boolean).sort();
const dayNumber = day => Date.parse(`${day}T00:00Z`) / 864e5;
const dayOf = number => new Date(number * 864e5).toISOString().slice(0, 10);

// The stretches of time that the columns stand for, each as the beginning of its days in ISO 8601.
function columnsOfTime() {
  if (!dated.length) return [];
  const [first, last] = [dated[0], dated.at(-1)];
  const within = period === "none" ? "" : period.slice(0, 7);
  if (within.length === 7 || dayNumber(last) - dayNumber(first) < MOST_DAYS) {
    const start = within.length === 7 ? dayNumber(`${within}-01`) : dayNumber(first);
    const end = within.length === 7 ? start + 30 : dayNumber(last);
    return Array.from({ length: end - start + 1 }, (_, at) => dayOf(start + at)).filter(day => day.startsWith(within));
  }
  const years = Array.from({ length: last.slice(0, 4) - first.slice(0, 4) + 1 }, (_, at) => `${at + Number(first.slice(0, 4))}`.padStart(4, "0"));
  if (!within && years.length > 7) return years;
  const months = year => Array.from({ length: 12 }, (_, at) => `${year}-${`${at + 1}`.padStart(2, "0")}`);
  return (within ? [within] : years).flatMap(months).filter(month => within || month >= first.slice(0, 7) && month <= last.slice(0, 7));
}

function drawDays(perDay) {
  const columns = columnsOfTime(), size = columns[0]?.length ?? 0, heights = new Map(columns.map(column => [column, 0]));
  for (const [day, stories] of perDay) {
    const column = day.slice(0, size);
    if (heights.has(column)) heights.set(column, heights.get(column) + stories);
  }
  const most = Math.max(1, ...heights.values()), chart = byId("chart");
  const current = columns.includes(period) ? period : columns[0];
  chart.replaceChildren(...columns.map(column => {
    const label = `${spokenDay(column)}: ${several(heights.get(column))}`;
    const bar = make("button", { type: "button", title: label, tabIndex: column === current ? 0 : -1, dataset: { number: column },
      onclick: () => choosePeriod(period === column ? column.slice(0, -3) : column),
      attributes: { "aria-label": label, "aria-pressed": period === column } });
    bar.style.setProperty("--share", heights.get(column) / most);
    return bar;
  }));
  byId("axis").replaceChildren(...[columns[0], columns.length > 2 && columns[columns.length >> 1], columns.length > 1 && columns.at(-1)]
    .filter(Boolean).map(column => make("span", { textContent: spokenDay(column) })));
  const undated = perDay.get("");
  byId("undated").replaceChildren(...(undated || period === "none" ? [make("button", { type: "button", dataset: { number: "undated" },
    textContent: `${several(undated ?? 0)} without a full date`, attributes: { "aria-pressed": period === "none" },
    onclick: () => choosePeriod(period === "none" ? "" : "none") })] : []));
  chart.hidden = !columns.length;
}
byId("chart").onkeydown = event => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const bars = [...byId("chart").children], next = bars[bars.indexOf(event.target) + step];
  if (!next) return;
  event.target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  event.preventDefault();
};

// ---------------------------------------------------------------- list

const nameOf = (name, story) => figures[name].of[story].slice(0, 1).map(number => labelOf(name, number));
function row(at) {
  const story = shown[at];
  const meta = [...nameOf("agency", story), ...nameOf("city", story), days[story] && spokenDay(days[story])].filter(Boolean);
  return make("li", {}, make("button", { type: "button", dataset: { at } },
    make("bdi", { textContent: titles[story] }), make("small", {}, ...meta.map(text => make("bdi", { textContent: text })))));
}

let waiting = 0;
function addRows(from, many) {
  const to = Math.min(from + many, shown.length);
  byId("list").append(...Array.from({ length: to - from }, (_, at) => row(from + at)));
  // The rest comes while the reader looks at the first, and never holds up the page.
  waiting = to < shown.length ? setTimeout(addRows, 16, to, MORE_ROWS) : 0;
}
byId("list").onclick = event => {
  const button = event.target.closest("button");
  if (button) openStory(Number(button.dataset.at));
};
byId("list").onkeydown = event => {
  const item = event.target.closest("li");
  const next = { ArrowDown: item?.nextElementSibling, ArrowUp: item?.previousElementSibling }[event.key];
  if (!next) return;
  next.firstChild.focus();
  event.preventDefault();
};

// ---------------------------------------------------------------- filters

function toggle(name, number) {
  chosen[name].delete(number) || chosen[name].add(number);
  draw();
}
function choosePeriod(prefix) {
  period = prefix;
  draw();
}
function clearAll() {
  for (const name of names) chosen[name].clear();
  period = "";
  byId("search").value = words = "";
  draw();
}
byId("search").oninput = event => {
  words = event.target.value.trim().toLowerCase();
  draw();
};

function draw() {
  const focused = document.activeElement, figure = focused.closest("[data-figure], [id]"), number = focused.dataset?.number;
  const { counts, perDay, found } = counted();
  shown = found;
  for (const name of names) drawBars(name, counts[name]);
  drawMap(counts.city);
  drawDays(perDay);
  drawChosen();
  byId("shown").textContent = shown.length === titles.length ? several(shown.length) : `${count(shown.length)} of ${several(titles.length)}`;
  clearTimeout(waiting);
  byId("list").replaceChildren();
  byId("list").scrollTop = 0;
  addRows(0, FIRST_ROWS);
  if (number !== undefined && !focused.isConnected) figure.querySelector(`[data-number="${CSS.escape(number)}"]`)?.focus();
}

function drawChosen() {
  const chips = names.flatMap(name => [...chosen[name]].map(number => [labelOf(name, number), () => toggle(name, number)]));
  if (period) chips.push([period === "none" ? "without a full date" : spokenDay(period), () => choosePeriod("")]);
  if (chips.length > 1) chips.push(["All filters", clearAll]);
  byId("chosen").replaceChildren(...chips.map(([label, remove]) => make("li", {}, make("button", { type: "button", onclick: remove,
    attributes: { "aria-label": `Remove ${label}` } }, make("bdi", { textContent: label }), " ×"))));
}

// ---------------------------------------------------------------- a story

let opened = 0, unpacked = { number: -1 };
function storyOf(story) {
  const number = Math.floor(story / batch);
  if (unpacked.number !== number) unpacked = { number, stories: read(`stories-${number}`) };
  return unpacked.stories[story % batch];
}

function openStory(at) {
  opened = at;
  const story = shown[at], { cut, notes, defects, language } = storyOf(story);
  byId("place").textContent = `${count(at + 1)} of ${count(shown.length)}`;
  byId("before").disabled = at === 0;
  byId("next").disabled = at === shown.length - 1;
  byId("opened").replaceChildren(make("section", { className: "wn-story" },
    make("h2", { textContent: titles[story] }), answers(story), legend(notes),
    make("div", { className: "wn-columns" },
      make("div", { className: "wn-source", dir: "auto", lang: language }, ...cut.map(([text, note]) => note === null ? text : mark(text, note, notes[note]))),
      make("div", { className: "wn-notes" }, make("h3", { textContent: "What was read" }),
        make("ol", {}, ...notes.map(noteItem)), make("ul", {}, ...defects.map(defectItem))))));
  if (!byId("story").open) byId("story").showModal();
  byId("story").scrollTop = 0;
}

function answers(story) {
  const pairs = { agency: nameOf("agency", story), "filed in": nameOf("city", story), on: [days[story]], language: nameOf("language", story) };
  return make("dl", { className: "wn-answers" }, ...Object.entries(pairs).filter(([, [value]]) => value).map(([name, [value]]) => pair(name, value)));
}
function pair(name, value) {
  return make("div", {}, make("dt", { textContent: name }), " ", make("dd", { textContent: value }));
}
function legend(notes) {
  const kinds = new Map();
  for (const [kind] of notes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return make("ul", { className: "wn-legend", attributes: { "aria-label": "Legend" } }, ...[...kinds].map(([kind, many]) =>
    make("li", { className: `wn-${kind}`, textContent: many > 1 ? `${kind} × ${many}` : kind })));
}
function mark(text, at, [kind, , rule, values]) {
  const note = [`${kind} · ${rule}`, ...values.map(([name, value]) => `${name}: ${value}`)].join("\n");
  return make("mark", { className: `wn-${kind}`, id: `piece-${at}`, tabIndex: 0, dataset: { note }, textContent: text,
    attributes: { "aria-describedby": `note-${at}` } });
}
function noteItem([kind, where, rule, values], at) {
  return make("li", { className: `wn-${kind}`, id: `note-${at}` }, make("a", { href: `#piece-${at}`, textContent: kind }), " ",
    make("code", { textContent: rule }), " ", make("small", { textContent: where }),
    ...(values.length ? [make("dl", {}, ...values.map(([name, value]) => pair(name, value)))] : []));
}
function defectItem([code, where, message]) {
  return make("li", { className: "wn-defect" }, make("b", { textContent: code }), " ", make("small", { textContent: where }), make("p", { textContent: message }));
}
byId("before").onclick = () => openStory(opened - 1);
byId("next").onclick = () => openStory(opened + 1);
byId("story").onclick = event => { if (event.target === byId("story")) byId("story").close(); };
byId("story").onclose = () => byId("list").children[opened]?.firstChild.focus();

const known = (name, one, many) => figures[name].labels.length && `${count(figures[name].labels.length)} ${figures[name].labels.length === 1 ? one : many}`;
const range = dated.length && [...new Set([dated[0], dated.at(-1)].map(spokenDay))].join(" to ");
byId("extent").textContent = [range, known("agency", "agency", "agencies"), known("country", "country", "countries")].filter(Boolean).join(" · ");
draw();
