'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const tools = document.getElementById('tools');
  const detail = document.getElementById('detail');
  const LEAST = 0.04;
  const NARROW = 44;
  const CHARACTER = 6.7;
  const MEASURES = ['CPU units', 'allocated bytes'];
  let measure = 0;
  let query = '';

  const grouped = (n) => Math.abs(n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const signed = (n) => (n > 0 ? '+' : n < 0 ? '-' : '±') + grouped(n);
  const percent = (part, whole) => {
    const share = whole === 0 ? 0 : (100 * part) / whole;
    return share > 0 && share < 0.1 ? '<0.1 %' : share.toFixed(1) + ' %';
  };
  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  /** Own figures of one measure with those of everything below, callers before callees. */
  const totals = (graph, own) => {
    const sums = own.map(Number);
    for (let i = sums.length - 1; i > 0; i--) sums[graph.parents[i]] += sums[i];
    return sums;
  };

  const paint = (graph, i) => {
    if (!graph.before) return i === 0 ? 'root' : data.names[graph.names[i]][2];
    const before = graph.before[measure].total[i];
    const now = graph.now[measure].total[i];
    if (before === now) return 'same';
    const share = Math.abs(now - before) / Math.max(before, now);
    const step = share < 0.01 ? 1 : share < 0.05 ? 2 : share < 0.2 ? 3 : share < 0.5 ? 4 : 5;
    return (now > before ? 'g' : 's') + step;
  };

  const isHit = (graph, i) =>
    query !== '' && data.names[graph.names[i]][1].toLowerCase().includes(query);

  const describe = (graph, i) => {
    const total = graph.now[measure].total;
    let text = `${grouped(total[i])} ${MEASURES[measure]}, ${percent(total[i], total[0])}; its own `
      + `${grouped(graph.now[measure].own[i])}, ${percent(graph.now[measure].own[i], total[0])}`;
    if (graph.before) {
      const before = graph.before[measure];
      text += `; in the baseline ${grouped(before.total[i])}, its own ${grouped(before.own[i])}; `
        + `difference ${signed(total[i] - before.total[i])}, its own `
        + signed(graph.now[measure].own[i] - before.own[i]);
    }
    return text;
  };

  /** As much of the name as is legible in so many pixels. */
  const label = (name, pixels) =>
    pixels < NARROW ? '' : name[0].length * CHARACTER + 12 > pixels ? name[3] : name[0];

  const show = (graph, i) => {
    detail.hidden = false;
    detail.replaceChildren(
      element('b', {textContent: data.names[graph.names[i]][1] || '(no name)'}),
      element('span', {textContent: describe(graph, i)}));
  };

  const prepare = (graph, index) => {
    const above = [];
    graph.parents = graph.depths.map((depth, i) => {
      above[depth] = i;
      return depth === 0 ? -1 : above[depth - 1];
    });
    graph.ends = new Array(graph.depths.length).fill(graph.depths.length);
    const open = [];
    graph.depths.forEach((depth, i) => {
      while (open.length > depth) graph.ends[open.pop()] = i;
      open.push(i);
    });
    for (const side of ['now', 'before']) {
      if (graph[side]) {
        graph[side] = graph[side].map((own) => ({own: own.map(Number), total: totals(graph, own)}));
      }
    }
    graph.zoom = 0;
    graph.section = document.getElementById('w' + index);
    graph.box = graph.section.querySelector('.graph');
    if (!graph.box) {
      graph.box = element('div', {className: 'graph'});
      graph.section.querySelector('.sum').after(graph.box);
    }
    graph.box.setAttribute('role', 'tree');
    graph.box.setAttribute('aria-label', 'Flame graph of ' + data.names[graph.names[0]][0]);
    graph.found = element('span', {className: 'found'});
    graph.section.querySelector('h2').append(' ', graph.found);
    listen(graph);
  };

  /** Draws what is below the frame that is zoomed to, and the way up from it. */
  const draw = (graph, focus) => {
    const total = graph.now[measure].total;
    const whole = total[graph.zoom];
    const width = graph.box.clientWidth || 1200;
    const made = [];
    graph.drawn = new Map();
    const add = (i, x, w, extra) => {
      const name = data.names[graph.names[i]];
      const frame = element('div', {
        className: `f ${paint(graph, i)} ${extra}${w < 0.5 ? ' thin' : ''}${isHit(graph, i) ? ' hit' : ''}`,
        textContent: label(name, (w * width) / 100), title: name[1], tabIndex: -1});
      frame.style.cssText = `--x:${x};--w:${w};--y:${graph.depths[i]}`;
      frame.dataset.i = i;
      frame.setAttribute('role', 'treeitem');
      frame.setAttribute('aria-level', graph.depths[i] + 1);
      frame.setAttribute('aria-label', `${name[0]}, ${percent(total[i], total[0])}`);
      graph.drawn.set(i, frame);
      made.push(frame);
    };
    for (let i = graph.parents[graph.zoom]; i >= 0; i = graph.parents[i]) add(i, 0, 100, 'up');
    let rows = graph.depths[graph.zoom] + 1;
    if (whole > 0) {
      const next = new Map([[graph.parents[graph.zoom], 0]]);
      for (let i = graph.zoom; i < graph.ends[graph.zoom]; ) {
        const x = next.get(graph.parents[i]);
        next.set(graph.parents[i], x + total[i]);
        const w = (100 * total[i]) / whole;
        if (w < LEAST) {
          i = graph.ends[i];
          continue;
        }
        next.set(i, x);
        add(i, (100 * x) / whole, w, '');
        rows = Math.max(rows, graph.depths[i] + 1);
        i++;
      }
    }
    graph.box.style.setProperty('--rows', rows);
    graph.box.classList.toggle('searching', query !== '');
    graph.box.replaceChildren(...made);
    const first = graph.drawn.get(focus) || graph.drawn.get(graph.zoom);
    if (first) {
      first.tabIndex = 0;
      if (focus !== undefined) first.focus({preventScroll: true});
    }
  };

  const zoom = (graph, i) => {
    graph.zoom = i;
    draw(graph, i);
    reset.disabled = data.graphs.every((each) => each.zoom === 0);
  };

  const move = (graph, from, to) => {
    const target = graph.drawn.get(to);
    if (!target) return;
    graph.drawn.get(from).tabIndex = -1;
    target.tabIndex = 0;
    target.focus();
  };

  const largestBelow = (graph, i) => {
    let best = -1;
    for (let child = i + 1; child < graph.ends[i]; child = graph.ends[child]) {
      const total = graph.now[measure].total;
      if (graph.drawn.has(child) && (best < 0 || total[child] > total[best])) best = child;
    }
    return best;
  };

  const beside = (graph, i, step) => {
    const row = [...graph.drawn.keys()]
      .filter((each) => graph.depths[each] === graph.depths[i]).sort((a, b) => a - b);
    return row[row.indexOf(i) + step];
  };

  const listen = (graph) => {
    const frameOf = (event) => {
      const frame = event.target.closest('.f');
      return frame ? Number(frame.dataset.i) : -1;
    };
    graph.box.addEventListener('click', (event) => {
      const i = frameOf(event);
      if (i >= 0) zoom(graph, i);
    });
    for (const type of ['pointerover', 'focusin']) {
      graph.box.addEventListener(type, (event) => {
        const i = frameOf(event);
        if (i >= 0) show(graph, i);
      });
    }
    graph.box.addEventListener('keydown', (event) => {
      const i = frameOf(event);
      if (i < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      const keys = {
        Enter: () => zoom(graph, i),
        ' ': () => zoom(graph, i),
        Escape: () => zoom(graph, Math.max(0, graph.parents[graph.zoom])),
        Home: () => zoom(graph, 0),
        ArrowUp: () => move(graph, i, graph.parents[i]),
        ArrowDown: () => move(graph, i, largestBelow(graph, i)),
        ArrowLeft: () => move(graph, i, beside(graph, i, -1)),
        ArrowRight: () => move(graph, i, beside(graph, i, 1)),
      };
      if (keys[event.key]) {
        event.preventDefault();
        keys[event.key]();
      }
    });
  };

  /** Of frames within frames that match, only the outermost counts. */
  const count = (graph) => {
    let sum = 0;
    for (let i = 0; query !== '' && i < graph.depths.length; ) {
      const hit = isHit(graph, i);
      if (hit) sum += graph.now[measure].total[i];
      i = hit ? graph.ends[i] : i + 1;
    }
    const whole = graph.now[measure].total[0];
    graph.found.textContent = query === '' ? '' : `${percent(sum, whole)} found`;
  };

  const drawAll = () => data.graphs.forEach((graph) => {
    draw(graph);
    count(graph);
  });

  const search = element('input', {type: 'search', placeholder: 'Search methods  ( / )'});
  search.setAttribute('aria-label', 'Search methods');
  search.addEventListener('input', () => {
    query = search.value.trim().toLowerCase();
    drawAll();
  });
  const choice = element('select', {}, ...MEASURES.map((name, i) =>
    element('option', {value: i, textContent: name})));
  choice.setAttribute('aria-label', 'What the width shows');
  choice.addEventListener('change', () => {
    measure = Number(choice.value);
    drawAll();
  });
  const reset = element('button', {type: 'button', textContent: 'Zoom out', disabled: true});
  reset.addEventListener('click', () => {
    data.graphs.forEach((graph) => { graph.zoom = 0; });
    reset.disabled = true;
    drawAll();
  });
  const key = (name) => element('kbd', {textContent: name});
  tools.append(search, choice, reset, element('span', {className: 'hint'}, 'Click or ',
    key('Enter'), ' zooms in, ', key('Esc'), ' out, arrows move'));
  tools.hidden = false;
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    }
  });
  addEventListener('resize', drawAll);
  document.documentElement.classList.add('js');
  data.graphs.forEach(prepare);
  drawAll();
})();
