(() => {
  const problems = [];
  const box = e => e.getBoundingClientRect();
  const visible = e => e && box(e).width > 0;
  const apart = (a, b) => box(a).right <= box(b).left + 0.5;
  const press = key => (document.activeElement || document.body)
      .dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
  const check = () => {
    let bottom = 0;
    for (const row of document.querySelectorAll('#rows .row')) {
      row.scrollIntoView();
      const [label, track, note] = row.children;
      const at = box(row);
      if (!apart(label, track) || !apart(track, note)) problems.push('columns of ' + label.textContent);
      if (box(note).right > innerWidth + 0.5) problems.push('note beyond the page: ' + note.textContent);
      const top = at.top + scrollY;
      if (top < bottom - 0.5) problems.push('rows overlap at ' + label.textContent);
      bottom = top + at.height;
      for (const bar of track.querySelectorAll('.bar')) {
        const b = box(bar);
        const t = box(track);
        if (b.top < t.top - 0.5 || b.bottom > t.bottom + 0.5) problems.push('bar out of its line: ' + bar.ariaLabel);
        if (b.left < t.left - 4 || b.right > t.right + 4) problems.push('bar out of the axis: ' + bar.ariaLabel);
        if (b.width < 1) problems.push('bar not seen: ' + bar.ariaLabel);
      }
    }
    const ticks = [...document.querySelectorAll('#axis span')];
    ticks.slice(1).forEach((tick, i) => { if (!apart(ticks[i], tick)) problems.push('ticks at ' + tick.textContent); });
    const nodes = [...document.querySelectorAll('.node:not(.part)')];
    nodes.forEach((a, i) => {
      const r = box(a.querySelector('rect'));
      for (const text of a.querySelectorAll('text')) {
        if (box(text).left < r.left || box(text).right > r.right) problems.push('text out of node ' + a.dataset.step);
      }
      nodes.slice(i + 1).forEach(b => {
        const s = box(b.querySelector('rect'));
        if (r.left < s.right && s.left < r.right && r.top < s.bottom && s.top < r.bottom) problems.push('nodes ' + a.dataset.step + ', ' + b.dataset.step);
      });
    });
    const panels = [...document.querySelectorAll('.waterfall, .panel, .figure')].filter(visible);
    panels.forEach((a, i) => panels.slice(i + 1).forEach(b => {
      const r = box(a);
      const s = box(b);
      if (r.left < s.right && s.left < r.right && r.top < s.bottom && s.top < r.bottom) problems.push('panels overlap');
    }));
    if (document.documentElement.scrollWidth > innerWidth) problems.push('the page is wider than the window');
  };
  const title = () => (document.querySelector('#details h2') || {}).textContent;
  check();
  const bySteps = document.querySelectorAll('.bar').length;
  const states = [...new Set([...document.querySelectorAll('.bar')].flatMap(bar => [...bar.classList]))];
  const ticks = document.querySelectorAll('.tick').length;
  const waits = document.querySelectorAll('.part.wait').length;
  const queues = document.querySelectorAll('.queue').length;
  const keys = {};
  for (const key of ['Home', 'ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'End', 'Enter']) {
    press(key);
    keys[key] = title() + (document.querySelector('#details.kept') ? ' kept' : '');
  }
  press('Escape');
  keys.Escape = title() || 'nothing';
  press('t');
  check();
  const threads = document.querySelectorAll('#rows .row').length;
  const byThread = document.querySelectorAll('.bar').length;
  press('t');
  document.querySelector('.bar').dispatchEvent(new MouseEvent('mouseenter'));
  return {problems, bySteps, byThread, threads, states, ticks, waits, queues, keys, hover: title(),
    text: document.querySelector('header').textContent + (document.querySelector('.failure') || {}).textContent + document.querySelector('main').textContent, background: getComputedStyle(document.body).backgroundColor,
    figures: [...document.querySelectorAll('.figure span')].map(e => e.textContent),
    critical: document.querySelectorAll('.edge.critical').length, nodes: document.querySelectorAll('.node:not(.part)').length,
    labels: [...document.querySelectorAll('.edge-label')].map(e => e.textContent), parts: [...document.querySelectorAll('.node.part')].map(e => e.querySelector('.title').textContent + (e.classList.contains('not-taken') ? '' : ' ran')),
    pills: [...document.querySelectorAll('.stepwright-graph .node.input, .stepwright-graph .node.result')].map(e => e.querySelector('.title').textContent),
    skipped: [...document.querySelectorAll('.node.skipped')].map(e => e.dataset.step),
    fits: (g => g.scrollWidth <= g.clientWidth + 1 || getComputedStyle(g).overflowX === 'auto')(document.getElementById('graph')),
    smallest: Math.min(...[...document.querySelectorAll('#graph text')].map(t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a))};
})()
