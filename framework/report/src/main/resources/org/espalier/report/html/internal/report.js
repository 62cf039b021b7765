"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colour = group => group < 8 ? css("--g" + group) : `hsl(${Math.round(group * 137.5) % 360} 50% 52%)`;
  const number = value => {
    const size = Math.abs(value);
    return value === 0 || (size >= 1e-3 && size < 1e5) ? value.toFixed(4) : value.toExponential(3);
  };

  const element = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
    node.append(...children);
    return node;
  };
  const shape = (tag, attributes = {}, ...children) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
    node.append(...children);
    return node;
  };
  const hint = text => shape("title", {}, text);

  // ---- a horizontal axis: values to pixels, with a few round numbers on it

  function axis(values, left, right) {
    let low = Math.min(...values), high = Math.max(...values);
    const margin = (high - low || Math.abs(low) || 1) * 0.06;
    low -= margin;
    high += margin;
    const rough = (high - low) / 5, power = 10 ** Math.floor(Math.log10(rough));
    const step = power * [1, 2, 5, 10].find(m => m * power >= rough);
    const ticks = [];
    for (let t = Math.ceil(low / step); t * step <= high; t++) ticks.push(t * step);
    const digits = Math.min(12, Math.max(0, -Math.floor(Math.log10(step))));
    return { low, high, ticks, at: value => left + (value - low) / (high - low) * (right - left), label: t => t.toFixed(digits) };
  }

  function drawAxis(picture, scale, top, bottom) {
    scale.ticks.forEach(t => picture.append(
      shape("line", { x1: scale.at(t), x2: scale.at(t), y1: top, y2: bottom, stroke: css("--line") }),
      shape("text", { x: scale.at(t), y: bottom + 15, "text-anchor": "middle", fill: css("--soft") }, scale.label(t))));
  }

  // ---- metrics: every seed a dot, mean and standard deviation as a bar

  function metricFigure(metric) {
    const rows = metric.groups.map((seeds, group) => ({ group, seeds: seeds.filter(s => s.value !== null) })).filter(r => r.seeds.length);
    const values = rows.flatMap(r => r.seeds.map(s => s.value));
    if (!values.length) return null;
    const width = 480, row = 30, bottom = rows.length * row + 6;
    const labels = rows.map(r => data.groups[r.group]);
    const left = Math.min(190, 14 + 6.6 * Math.max(...labels.map(l => l.length)));
    const picture = shape("svg", { viewBox: `0 0 ${width} ${bottom + 24}`, role: "img", "aria-label": metric.name });
    const bars = rows.map(r => spread(r.seeds.map(s => s.value))).flatMap(s => [s.mean - s.sd, s.mean + s.sd]);
    const scale = axis([...values, ...bars], left, width - 12);
    drawAxis(picture, scale, 2, bottom);
    rows.forEach((r, i) => picture.append(...metricRow(r, labels[i], scale, left, i * row + row / 2 + 3)));
    return element("figure", {}, element("figcaption", {}, metric.name, element("span", {}, "seeds, mean ± sd")), picture);
  }

  function spread(values) {
    const mean = values.reduce((a, b) => a + b) / values.length;
    return { mean, sd: Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length) };
  }

  function metricRow(r, label, scale, left, y) {
    const { mean, sd } = spread(r.seeds.map(s => s.value));
    const c = colour(r.group), short = label.length > 27 ? label.slice(0, 26) + "…" : label;
    return [
      shape("text", { x: left - 10, y: y + 4, "text-anchor": "end", fill: css("--ink") }, short, hint(label)),
      shape("line", { x1: scale.at(mean - sd), x2: scale.at(mean + sd), y1: y, y2: y, stroke: c, "stroke-width": 7, "stroke-opacity": 0.28, "stroke-linecap": "round" }),
      ...r.seeds.map(s => shape("circle", { cx: scale.at(s.value), cy: y, r: 3, fill: c, "fill-opacity": 0.55 }, hint(`${label}, seed ${s.seed}: ${number(s.value)}`))),
      shape("line", { x1: scale.at(mean), x2: scale.at(mean), y1: y - 9, y2: y + 9, stroke: c, "stroke-width": 2.5, "stroke-linecap": "round" },
        hint(`${label}: ${number(mean)} ± ${number(sd)}`)),
    ];
  }

  // ---- claims: the measured interval against the claimed bound

  function claimed(bound) {
    const [first, second] = (bound.match(/-?\d+(\.\d+)?([eE][-+]?\d+)?/g) || []).map(Number);
    if (first === undefined) return null;
    if (bound.startsWith(">")) return { from: first, to: Infinity, ends: [first] };
    if (bound.startsWith("<")) return { from: -Infinity, to: first, ends: [first] };
    return second === undefined ? null : { from: first, to: second, ends: [first, second] };
  }

  // the published number, if the text begins with one of about the measured size
  function published(claim) {
    const match = claim.published.match(/^[^\d(-]{0,3}(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)\s*(%?)/);
    if (!match) return null;
    const value = Number(match[1]) / (match[2] ? 100 : 1);
    return Math.abs(value) <= 10 * Math.max(Math.abs(claim.measured), 1e-9) ? value : null;
  }

  function claimPicture(claim) {
    const wanted = claimed(claim.bound);
    if (claim.measured === null || !wanted) return null;
    const ends = [claim.low, claim.high].filter(v => v !== null);
    const width = 960, told = published(claim), y = 18;
    const scale = axis([claim.measured, ...ends, ...wanted.ends, ...(told === null ? [] : [told])], 10, width - 10);
    const picture = shape("svg", { viewBox: `0 0 ${width} 56`, role: "img", "aria-label": "measured interval and claimed bound" });
    const from = Math.max(wanted.from, scale.low), to = Math.min(wanted.to, scale.high);
    picture.append(shape("rect", { x: scale.at(from), width: scale.at(to) - scale.at(from), y: 4, height: 28, fill: css("--good-shade") }, hint("claimed " + claim.bound)));
    drawAxis(picture, scale, 4, 32);
    wanted.ends.forEach(e => picture.append(shape("line", { x1: scale.at(e), x2: scale.at(e), y1: 2, y2: 34, stroke: css("--good"), "stroke-width": 2 }, hint("claimed " + claim.bound))));
    if (told !== null) {
      const x = scale.at(told);
      picture.append(shape("path", { d: `M${x} ${y - 8}l6 8l-6 8l-6 -8z`, fill: css("--card"), stroke: css("--g1"), "stroke-width": 2 }, hint("published " + claim.published)));
    }
    if (ends.length === 2) {
      picture.append(shape("line", { x1: scale.at(ends[0]), x2: scale.at(ends[1]), y1: y, y2: y, stroke: css("--ink"), "stroke-width": 2.5, "stroke-linecap": "round" }));
    }
    picture.append(shape("circle", { cx: scale.at(claim.measured), cy: y, r: 5.5, fill: css("--ink") }, hint("measured " + number(claim.measured))));
    return picture;
  }

  // ---- curves

  const hidden = new Set();
  const logarithmic = new Set();
  let plots = [];

  // a box beside the pointer; what is in it follows from the index of the point
  function tip(head, rows) {
    const box = element("div", { class: "tip", hidden: "" });
    return {
      hooks: {
        init: u => u.over.append(box),
        setCursor: u => {
          const { left, top, idx } = u.cursor;
          box.hidden = idx == null || left < 0;
          if (box.hidden) return;
          box.replaceChildren(element("b", {}, head(idx)));
          rows(idx).forEach(r => box.append(element("div", {}, element("i", { style: `background:${colour(r.group)}` }), r.text)));
          const flip = left > u.over.clientWidth / 2;
          box.style.left = flip ? "auto" : left + 14 + "px";
          box.style.right = flip ? u.over.clientWidth - left + 14 + "px" : "auto";
          box.style.top = Math.max(0, Math.min(top, u.over.clientHeight - box.offsetHeight)) + "px";
        },
      },
    };
  }

  function chartTip(chart, curves) {
    const epochs = index => {
      const first = Math.max(1, chart.epochs[index] - Math.floor((chart.averaged - 1) / 2) - (chart.averaged % 2 ? 0 : 1));
      return chart.averaged > 1 ? `epochs ${first}–${first + chart.averaged - 1}` : `epoch ${chart.epochs[index]}`;
    };
    return tip(epochs, index => curves.filter(c => c.seed === null && !hidden.has(c.group) && c.values[index] != null)
      .map(c => ({ group: c.group, text: `${data.groups[c.group]}  ${number(c.values[index])}` })));
  }

  function chartOptions(chart, curves, index, width) {
    const line = { stroke: css("--soft"), grid: { stroke: css("--line"), width: 1 }, ticks: { show: false }, font: "12px system-ui, sans-serif" };
    return {
      width, height: 260, legend: { show: false }, plugins: [chartTip(chart, curves)],
      cursor: { points: { show: false }, y: false, drag: { x: true, y: false } },
      scales: { x: { time: false }, y: logarithmic.has(index) ? { distr: 3, range: (u, low, high) => [low * 0.95, high * 1.05] } : {} },
      axes: [{ ...line, size: 28 }, { ...line, size: 62 }],
      series: [{}, ...curves.map(c => ({
        stroke: colour(c.group), width: c.seed === null ? 2.2 : 0.8, alpha: c.seed === null ? 1 : 0.28, points: { show: chart.epochs.length < 3 }, show: !hidden.has(c.group),
      }))],
    };
  }

  function chartFigure(chart, index) {
    // means last, so that they lie on top
    const curves = [...chart.curves].sort((a, b) => (a.seed === null) - (b.seed === null));
    const caption = element("figcaption", {}, chart.title);
    if (curves.every(c => c.values.every(v => v === null || v > 0))) {
      const button = element("button", { class: "scale", type: "button", "aria-pressed": logarithmic.has(index) }, "log");
      button.onclick = () => { logarithmic.has(index) ? logarithmic.delete(index) : logarithmic.add(index); draw(); };
      caption.append(button);
    }
    const place = element("div");
    const figure = element("figure", {}, caption, place);
    document.getElementById("charts").append(figure);
    return { place, fill: () => new uPlot(chartOptions(chart, curves, index, place.clientWidth), [chart.epochs, ...curves.map(c => c.values)], place) };
  }

  function legend() {
    const drawn = new Set(data.charts.flatMap(c => c.curves.map(k => k.group)));
    const buttons = data.groups.map((label, group) => ({ label, group })).filter(g => drawn.has(g.group)).map(({ label, group }) => {
      const button = element("button", { type: "button", "aria-pressed": !hidden.has(group), style: `--colour:${colour(group)}`, title: "show or hide" }, label);
      button.onclick = () => { hidden.has(group) ? hidden.delete(group) : hidden.add(group); draw(); };
      return button;
    });
    document.getElementById("legend").replaceChildren(...buttons);
  }

  // ---- studies and figures: lines over any axis

  // lines: [{label, values, sd}]
  function linePlot(place, x, at, lines, y) {
    const wide = at[0] > 0 && at[at.length - 1] / at[0] >= 20;
    const axisLine = { stroke: css("--soft"), grid: { stroke: css("--line"), width: 1 }, ticks: { show: false }, font: "12px system-ui, sans-serif" };
    const series = [{}], values = [at], bands = [];
    lines.forEach((line, group) => {
      const mean = line.values;
      series.push({ stroke: colour(group), width: 2, spanGaps: true, points: { show: at.length < 30, size: 6, fill: colour(group) } });
      values.push(mean);
      if (line.sd) {
        [1, -1].forEach(sign => {
          series.push({ stroke: "transparent", width: 0, spanGaps: true, points: { show: false } });
          values.push(mean.map((m, i) => (m === null ? null : m + sign * line.sd[i])));
        });
        const c = colour(group);
        bands.push({ series: [series.length - 2, series.length - 1], fill: c.startsWith("#") ? c + "26" : c.replace(")", " / 15%)") });
      }
    });
    const text = (line, i) => `${line.label}  ${number(line.values[i])}${line.sd ? ` ± ${number(line.sd[i])} (${line.seeds[i]})` : ""}`;
    const plot = new uPlot({
      width: place.clientWidth, height: 260, legend: { show: false }, bands, series,
      cursor: { points: { show: false }, y: false, drag: { x: true, y: false } },
      scales: { x: { time: false, ...(wide ? { distr: 3 } : {}) }, y: {} },
      axes: [{ ...axisLine, size: 44, label: x, labelSize: 16, labelFont: axisLine.font, ...(wide ? { splits: () => at, values: (u, ticks) => ticks, filter: (u, ticks) => ticks } : {}) },
        { ...axisLine, size: 62, label: y, labelSize: y ? 16 : 0, labelFont: axisLine.font }],
      plugins: [tip(i => `${x} ${at[i]}`, i => lines.map((line, group) => ({ line, group })).filter(l => l.line.values[i] !== null).map(l => ({ group: l.group, text: text(l.line, i) })))],
    }, values, place);
    if (lines.some(l => l.label)) {
      place.append(element("div", { class: "key" }, ...lines.map((l, group) => element("span", { style: `--colour:${colour(group)}` }, l.label))));
    }
    return { place, plot };
  }

  function studyFigure(study) {
    const place = element("div");
    document.getElementById("studies").append(element("figure", {}, element("figcaption", {}, study.metric, element("span", {}, "over " + study.key)), place));
    return () => linePlot(place, study.key, study.at, study.lines.map(l => ({ label: l.label, values: l.mean, sd: l.sd, seeds: l.seeds })), "");
  }

  // ---- figures: heat maps

  function heatMap(place, view) {
    const values = view.values.flat().filter(v => v !== null);
    if (!values.length) return;
    const low = Math.min(...values), high = Math.max(...values), sides = low < 0 && high > 0;
    const most = Math.max(-low, high);
    // ends that would read the same get the digits in which they differ
    const told = v => (low < high && number(low) === number(high) ? v.toFixed(Math.min(12, 2 - Math.floor(Math.log10(high - low)))) : number(v));
    const mix = (name, share) => `color-mix(in oklab, ${css(name)} ${(100 * share).toFixed(1)}%, ${css("--shade")})`;
    const shade = v => (sides ? mix(v < 0 ? "--g1" : "--g0", Math.abs(v) / most) : mix("--g0", high === low ? 0.5 : (v - low) / (high - low)));
    const width = 480, left = Math.min(130, 10 + 6.4 * Math.max(...view.rows.map(r => r.length)));
    const cell = Math.min(34, (width - left - 44) / view.names.length), tall = Math.min(cell, 26);
    const top = Math.min(90, 10 + 5.2 * Math.max(...view.names.map(n => n.length))), every = Math.ceil(11 / Math.min(cell, tall));
    const bottom = top + tall * view.rows.length;
    const picture = shape("svg", { viewBox: `0 0 ${width} ${bottom + 40}`, role: "img", "aria-label": view.label });
    const short = (label, room) => (label.length > room ? label.slice(0, room - 1) + "…" : label);
    view.rows.forEach((row, r) => {
      if (r % every === 0) picture.append(shape("text", { x: left - 5, y: top + (r + 0.5) * tall + 4, "text-anchor": "end", fill: css("--soft"), "font-size": 11 }, short(row, 19), hint(row)));
      view.values[r].forEach((v, c) => picture.append(shape("rect", {
        x: (left + c * cell).toFixed(2), y: (top + r * tall).toFixed(2), width: cell.toFixed(2), height: tall.toFixed(2), fill: v === null ? "none" : shade(v), stroke: css("--card"), "stroke-width": cell > 8 ? 1 : 0,
      }, hint(`${row}, ${view.names[c]}: ${v === null ? "none" : told(v)}`))));
    });
    view.names.forEach((name, c) => {
      const x = left + (c + 0.5) * cell + 3;
      if (c % every === 0) picture.append(shape("text", { x, y: top - 5, fill: css("--soft"), "font-size": 11, transform: `rotate(-60 ${x} ${top - 5})` }, short(name, 16), hint(name)));
    });
    const steps = 40, from = sides ? -most : low, to = sides ? most : high, step = 200 / steps;
    for (let i = 0; i < steps; i++) {
      picture.append(shape("rect", { x: left + i * step, y: bottom + 10, width: step + 0.4, height: 9, fill: shade(from + (to - from) * i / (steps - 1)) }));
    }
    [[left, from, "start"], [left + 200, to, "end"]].forEach(([x, v, anchor]) => picture.append(shape("text", { x, y: bottom + 33, "text-anchor": anchor, fill: css("--soft") }, told(v))));
    place.append(picture);
  }

  const chosen = new Map();

  function insideFigure(picture, index) {
    const place = element("div"), caption = element("figcaption", {}, picture.title);
    document.getElementById("figures").append(element("figure", {}, caption, place));
    if (picture.views.length > 1) {
      const choice = element("select", { "aria-label": "which trials" }, ...picture.views.map((view, i) => element("option", { value: i }, view.label)));
      choice.value = chosen.get(index) || 0;
      choice.onchange = () => { chosen.set(index, Number(choice.value)); draw(); };
      caption.append(choice);
    } else {
      caption.append(element("span", {}, picture.views[0].label));
    }
    const view = picture.views[chosen.get(index) || 0];
    return () => (view.kind === "map" ? heatMap(place, view) : linePlot(place, view.x, view.at, view.names.map((label, i) => ({ label, values: view.values[i] })), view.y));
  }

  // ---- everything, again whenever the colours or the width change

  function draw() {
    document.getElementById("metrics")?.replaceChildren(...data.metrics.map(metricFigure).filter(Boolean));
    document.querySelectorAll("[data-claim]").forEach(place => place.replaceChildren(...[claimPicture(data.claims[place.dataset.claim])].filter(Boolean)));
    plots.forEach(p => p.plot.destroy());
    plots = [];
    ["studies", "figures"].forEach(id => document.getElementById(id)?.replaceChildren());
    plots.push(...data.studies.map(studyFigure).concat(data.figures.map(insideFigure)).map(fill => fill()).filter(Boolean));
    if (data.charts.length) {
      legend();
      document.getElementById("charts").replaceChildren();
      // all places first: their width depends on their number
      plots.push(...data.charts.map(chartFigure).map(({ place, fill }) => ({ place, plot: fill() })));
    }
  }

  const printing = on => () => { document.documentElement.classList.toggle("printing", on); draw(); };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  addEventListener("beforeprint", printing(true));
  addEventListener("afterprint", printing(false));
  addEventListener("resize", () => plots.forEach(p => p.plot.setSize({ width: p.place.clientWidth, height: 260 })));
  draw();
})();
