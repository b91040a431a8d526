'use strict';
(() => {
  const data = JSON.parse(document.getElementById('run').textContent);
  const wall = Math.max(1, data.wall);
  const list = document.getElementById('rows');
  const details = document.getElementById('details');
  const emptyDetails = details.firstElementChild;
  let bars = [];
  let current = null;
  let kept = null;

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const percent = micros => Math.min(100, Math.max(0, 100 * micros / wall));
  const time = micros => {
    const millis = micros / 1000;
    if (millis >= 1000) return (millis / 1000).toFixed(2) + ' s';
    return millis >= 10 ? millis.toFixed(0) + ' ms' : millis >= 0.1 ? millis.toFixed(1) + ' ms' : micros + ' µs';
  };
  const place = (made, start, end, top) => {
    made.style.left = percent(start) + '%';
    made.style.width = (percent(end) - percent(start)) + '%';
    if (top !== undefined) made.style.top = top + 'px';
    return made;
  };

  // ---------------------------------------------------------------- the axis

  const drawAxis = () => {
    const axis = document.getElementById('axis');
    axis.replaceChildren();
    const wanted = wall / Math.max(2, Math.min(8, axis.clientWidth / 90));
    const power = 10 ** Math.floor(Math.log10(wanted));
    const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= wanted) || wanted;
    for (let at = 0; at < wall * 0.94; at += step) {
      const tick = element('span', '', at === 0 ? '0' : time(Math.round(at)));
      tick.style.left = percent(at) + '%';
      axis.append(tick);
    }
  };

  // ---------------------------------------------------------------- bars

  const approvals = {approved: 'approved', refused: 'not approved', expired: 'approval expired', cancelled: 'approval cancelled'};
  const approval = row => row.approval &&
    `${approvals[row.approval.outcome]} after ${time(row.approval.end - row.approval.start)}`;

  const note = row => {
    if (row.folded) {
      const others = Object.entries(row.states).filter(([state]) => state !== 'finished' && state !== 'cached');
      return others.map(([state, n]) => `${n} ${state} · `).join('') + `${time(row.min)} – ${time(row.max)}, median ${time(row.median)}`;
    }
    if (row.tool) {
      const done = row.outcome === 'returned' ? '' : row.outcome;
      return [`turn ${row.turn}`, time(row.end - row.start), done, row.error, approval(row)].filter(Boolean).join(' · ');
    }
    const parts = [];
    if (row.thread) parts.push(time(row.end - row.start));
    if (row.state !== 'finished' && row.state !== 'cached') parts.push(row.state.replace('-', ' '));
    if (row.reason || row.error) parts.push(row.reason || row.error);
    if (row.cache && row.state === 'cached') parts.push(row.cache.text);
    else if (row.answeredBy || row.model) parts.push(row.answeredBy || row.model);
    if (row.turns) parts.push(row.turns.length + (row.turns.length > 1 ? ' turns' : ' turn'));
    if (row.attempts && row.attempts.length > (row.turns ? row.turns.length : 1)) parts.push(row.attempts.length + ' attempts');
    return parts.join(' · ');
  };

  const parts = (bar, row) => {
    const length = Math.max(1, row.end - row.start);
    const inside = (className, start, end) => {
      const part = element('span', className);
      part.style.left = 100 * (start - row.start) / length + '%';
      if (end !== undefined) part.style.width = 100 * (end - start) / length + '%';
      bar.append(part);
    };
    if (row.cache && row.state !== 'cached') inside('part look', row.cache.start, row.cache.end);
    if (row.approval) inside('part wait', row.approval.start, row.approval.end);
    for (const attempt of row.attempts || []) {
      if (attempt.waited > 0) inside('part wait', attempt.start - attempt.waited, attempt.start);
      if (attempt.number > 1) inside('tick', attempt.start);
    }
  };

  const profile = row => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'profile');
    svg.setAttribute('viewBox', `0 0 ${row.profile.length} 1`);
    svg.setAttribute('preserveAspectRatio', 'none');
    const most = Math.max(1, ...row.profile);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', 'M0 0' + row.profile.map((n, i) => `V${1 - n / most}H${i + 1}`).join('') + 'V0z');
    svg.append(path);
    return svg;
  };

  const makeBar = (row, line, depth) => {
    const ran = row.folded || row.thread;
    const top = 4 + 20 * depth;
    const bar = element('div', `bar ${row.state}${row.model ? ' model' : ''}${row.tool ? ' tool' : ''}${row.critical ? ' critical' : ''}`);
    if (ran) {
      place(bar, row.start, row.end, top);
      bar.style.minWidth = '3px';
    } else {
      bar.className = `bar never ${row.state}`;
      bar.style.left = `clamp(0px, calc(${percent(row.start)}% - 5px), calc(100% - 10px))`;
      bar.style.top = '8px';
    }
    bar.tabIndex = -1;
    bar.setAttribute('role', 'button');
    bar.setAttribute('aria-label', `${row.label}, ${row.state.replace('-', ' ')}, ${note(row)}`);
    if (row.profile) bar.append(profile(row));
    if (!row.folded) parts(bar, row);
    bars.push({bar, row, line});
    bar.addEventListener('mouseenter', () => { if (!kept) show(row); });
    bar.addEventListener('focus', () => { current = bar; show(row); });
    bar.addEventListener('click', () => { bar.focus(); keep(bar); });
    return bar;
  };

  // ---------------------------------------------------------------- lines

  const line = (label, noteText, className, height) => {
    const row = element('div', 'row');
    const name = element('div', 'label' + className, label);
    name.title = label;
    const track = element('div', 'track');
    track.style.height = height + 'px';
    const remark = element('div', 'note', noteText);
    remark.title = noteText;
    row.append(name, track, remark);
    list.append(row);
    return track;
  };

  const drawSteps = () => {
    data.rows.forEach((row, i) => {
      const inner = row.depth ? ' inner' : '';
      const track = line(row.label, note(row), (row.critical ? ' critical' : '') + (row.direct && !inner ? ' direct' : '') + inner, 26);
      if (inner) track.parentElement.style.setProperty('--depth', Math.min(6, row.depth));
      track.parentElement.dataset.step = row.name;
      if (row.queued > 0 && row.thread) track.append(place(element('span', 'queue'), row.start - row.queued, row.start, 12));
      track.append(makeBar(row, i, 0));
    });
    if (data.leftOut) line(`${data.leftOut} more`, 'not drawn', '', 26);
    if (data.callsLeftOut) line(`${data.callsLeftOut} more calls of tools`, 'not drawn', '', 26);
  };

  const drawThreads = () => {
    data.threads.forEach((thread, i) => {
      const open = [];
      const placed = thread.rows.map(at => {
        const row = data.rows[at];
        while (open.length && open[open.length - 1].end <= row.start) open.pop();
        const depth = open.length;
        open.push(row);
        return {row, depth};
      });
      const depth = placed.reduce((most, one) => Math.max(most, one.depth), 0);
      const sum = placed.reduce((all, one) => all + (one.depth ? 0 : one.row.end - one.row.start), 0);
      const busy = thread.busy.length > 0;
      const track = line(thread.name, busy ? '' : `${time(sum)} busy`, '', 26 + 20 * depth);
      for (let b = 0; b < thread.busy.length; b += 2) {
        track.append(place(element('span', 'busy'), thread.busy[b] * wall / 1000, thread.busy[b + 1] * wall / 1000, 4));
      }
      placed.forEach(one => {
        const bar = makeBar(one.row, i, one.depth);
        bar.style.minWidth = '1px';
        if (one.row.state === 'finished' || one.row.state === 'cached') bar.classList.add('close');
        track.append(bar);
      });
    });
    if (data.threadsLeftOut) line(`${data.threadsLeftOut} more`, 'not drawn', '', 26);
  };

  const draw = byThread => {
    bars = [];
    current = null;
    kept = null;
    list.replaceChildren();
    document.getElementById('by-step').setAttribute('aria-pressed', String(!byThread));
    document.getElementById('by-thread').setAttribute('aria-pressed', String(byThread));
    (byThread ? drawThreads : drawSteps)();
    if (bars.length) bars[0].bar.tabIndex = 0;
    drawAxis();
    show(null);
  };

  // ---------------------------------------------------------------- details

  const wire = row => {
    const attempts = row.attempts || [];
    return !attempts.length || row.attemptsLeftOut || attempts.some(attempt => attempt.wire === undefined)
      ? undefined : time(attempts.reduce((sum, attempt) => sum + attempt.wire, 0));
  };

  const entries = row => {
    if (row.folded) {
      return [
        ['ended', Object.entries(row.states).map(([state, n]) => `${n} ${state}`).join(', ')],
        ['each', `${time(row.min)} to ${time(row.max)}, median ${time(row.median)}`],
        ['together', time(row.sum)],
        ['from', `${time(row.start)} to ${time(row.end)}`],
        ['at once', `at most ${Math.max(...row.profile)}`],
        ['tokens', row.in === undefined ? undefined : `${row.in} in, ${row.out} out`],
        ['cost', row.cost]];
    }
    if (row.tool) {
      return [
        ['tool of', row.of],
        ['turn', row.turn],
        ['outcome', row.outcome],
        ['failure', row.failure],
        ['from', `${time(row.start)} to ${time(row.end)}`],
        ['took', time(row.end - row.start)],
        ['approval', approval(row)],
        ['thread', row.thread]];
    }
    return [
      ['state', row.state.replace('-', ' ') + (row.critical ? ', on the critical path' : '')],
      ['reason', row.reason],
      ['failure', row.failure],
      ['from', row.thread ? `${time(row.start)} to ${time(row.end)}` : time(row.start)],
      ['took', row.thread ? time(row.end - row.start) : undefined],
      ['on the wire', wire(row)],
      ['queued', row.thread ? time(row.queued) : undefined],
      ['thread', row.thread],
      ['model', row.model],
      ['answered', row.answeredBy],
      ['stopped by', row.finishReason],
      ['tokens', row.in === undefined ? undefined : `${row.in} in, ${row.out} out`],
      ['cost', row.cost],
      ['cache', row.cache && row.cache.text],
      ['saved', row.cache && row.cache.saved !== undefined ? `${row.cache.saved} tokens, ${row.cache.costSaved}` : undefined],
      ['matched', row.cache && row.cache.matched]];
  };

  const attemptText = attempt => [
    attempt.reason, time(attempt.end - attempt.start),
    attempt.wire === undefined ? '' : `${time(attempt.wire)} on the wire`,
    attempt.waited > 0 ? `after ${time(attempt.waited)}` : '', attempt.answeredBy || attempt.model || '',
    attempt.status ? `status ${attempt.status}` : '', attempt.in === undefined ? '' : `${attempt.in} in, ${attempt.out} out`,
    attempt.failure || ''].filter(Boolean).join(', ');

  const turnText = turn => [`turn ${turn.number}`, `${turn.in} in, ${turn.out} out`, turn.cost,
    turn.attempts > 1 ? `${turn.attempts} attempts` : '',
    turn.calls ? `${turn.calls} ${turn.calls > 1 ? 'calls' : 'call'}` : 'answer'].filter(Boolean).join(', ');

  const show = row => {
    document.querySelectorAll('.same').forEach(other => other.classList.remove('same'));
    details.classList.toggle('kept', kept !== null);
    if (!row) {
      details.replaceChildren(emptyDetails);
      return;
    }
    const terms = element('dl');
    for (const [name, value] of entries(row)) {
      if (value !== undefined && value !== null && value !== '') terms.append(element('dt', '', name), element('dd', '', value));
    }
    details.replaceChildren(element('h2', '', row.label), terms);
    if (row.turns) {
      const turns = element('ul');
      row.turns.forEach(turn => turns.append(element('li', '', turnText(turn))));
      details.append(element('h3', '', 'turns'), turns);
      if (row.turnsLeftOut) details.append(element('p', '', `${row.turnsLeftOut} more turns`));
      details.append(element('h3', '', 'attempts'));
    }
    if (row.attempts && (row.attempts.length > 1 || row.attempts[0].failure)) {
      const attempts = element('ol');
      row.attempts.forEach(attempt => attempts.append(element('li', '', attemptText(attempt))));
      details.append(attempts);
      if (row.attemptsLeftOut) details.append(element('p', '', `${row.attemptsLeftOut} more attempts`));
    }
    for (const attempt of row.attempts || []) {
      for (const [what, text] of attempt.said || []) {
        const name = row.attempts.length > 1 ? `${what} (attempt ${attempt.number})` : what;
        details.append(element('h3', '', name), element('pre', 'said', text));
      }
    }
    for (const [what, text] of row.said || []) details.append(element('h3', '', what), element('pre', 'said', text));
    document.querySelectorAll('[data-step]').forEach(other => {
      if (other.dataset.step === row.name) other.classList.add('same');
    });
  };

  const keep = bar => {
    kept = kept === bar ? null : bar;
    show(bars.find(one => one.bar === bar).row);
  };

  // ---------------------------------------------------------------- keys

  const move = to => {
    if (!to) return;
    bars.forEach(one => { one.bar.tabIndex = -1; });
    to.bar.tabIndex = 0;
    to.bar.focus();
    to.bar.scrollIntoView({block: 'nearest'});
  };

  const inTime = () => bars.slice().sort((a, b) => a.row.start - b.row.start || a.line - b.line);

  const ofLine = (at, start) => {
    const near = bars.filter(one => one.line === at);
    return near.reduce((best, one) =>
      !best || Math.abs(one.row.start - start) < Math.abs(best.row.start - start) ? one : best, null);
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !bars.length) return;
    const now = bars.find(one => one.bar === current);
    const ordered = inTime();
    const lines = [...new Set(bars.map(one => one.line))];
    const beside = n => now ? ofLine(lines[lines.indexOf(now.line) + n], now.row.start) : bars[0];
    const keys = {
      ArrowRight: () => move(now ? ordered[ordered.indexOf(now) + 1] : ordered[0]),
      ArrowLeft: () => move(now ? ordered[ordered.indexOf(now) - 1] : ordered[0]),
      ArrowDown: () => move(beside(1)),
      ArrowUp: () => move(beside(-1)),
      Home: () => move(ordered[0]),
      End: () => move(ordered[ordered.length - 1]),
      Enter: () => current && keep(current),
      ' ': () => current && keep(current),
      Escape: () => { kept = null; show(null); },
      t: () => draw(document.getElementById('by-step').getAttribute('aria-pressed') === 'true'),
    };
    const key = keys[event.key === 'T' ? 't' : event.key];
    const button = event.target instanceof HTMLButtonElement;
    if (!key || (button && (event.key === 'Enter' || event.key === ' '))) return;
    event.preventDefault();
    key();
  });

  // ---------------------------------------------------------------- buttons

  document.getElementById('by-step').addEventListener('click', () => draw(false));
  document.getElementById('by-thread').addEventListener('click', () => draw(true));
  const theme = document.getElementById('theme');
  const dark = () => document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  const nameTheme = () => { theme.textContent = dark() ? 'Light' : 'Dark'; };
  theme.addEventListener('click', () => {
    document.documentElement.dataset.theme = dark() ? 'light' : 'dark';
    nameTheme();
  });
  // Drawings of the graph name steps in their ids, and alternatives by a number behind that.
  document.querySelectorAll('.stepwright-graph .node[id^="g-step:"]').forEach(node => {
    node.dataset.step = node.id.slice('g-step:'.length).replace(/:\d+$/, '');
  });
  document.querySelectorAll('.node').forEach(node => node.addEventListener('click', () => {
    const bar = bars.find(one => one.row.name === node.dataset.step);
    if (bar) move(bar);
  }));
  addEventListener('resize', drawAxis);
  nameTheme();
  draw(location.hash === '#threads');
})();
