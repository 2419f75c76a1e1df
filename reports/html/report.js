// Adds filter, search, sort, hover and keyboard moves to a page that is complete without them.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const calm = new Set(['corroborated', 'consistent', 'unsupported']);
  const details = finding => finding.querySelector('details');
  let keysOn = true;
  let searchBox = null;

  // Opens a finding, brings it into view and moves the focus to it.
  const show = finding => {
    if (!finding) return;
    finding.hidden = false;
    const group = finding.closest('.group');
    if (group) group.hidden = false;
    details(finding).open = true;
    finding.scrollIntoView({block: 'start', behavior: still ? 'auto' : 'smooth'});
    finding.querySelector('summary').focus({preventScroll: true});
  };
  const marksOf = id => all(`.claim[data-findings~="${CSS.escape(id)}"]`);
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches('.finding')) show(target);
    else if (target && target.closest('.rules')) target.closest('details').open = true;
  };

  const verdictsIn = findings => {
    const order = ['conflicting', 'disputed', 'outdated', 'corroborated', 'consistent', 'unsupported'];
    const present = new Set(findings.map(finding => finding.dataset.verdict));
    return order.filter(verdict => present.has(verdict));
  };
  const icon = name => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', `#i-${name}`);
    svg.append(use);
    return svg;
  };

  // One list of findings with its tools.
  const equip = pane => {
    const findings = all('.finding', pane);
    if (findings.length < 2) return;
    const groups = all('.group', pane);
    const home = new Map(findings.map(finding => [finding, finding.parentNode]));
    const flat = make('div', {class: 'group', hidden: ''});
    const said = make('output', {'aria-live': 'polite'});
    const wanted = new Set();
    const search = make('input', {type: 'search', placeholder: 'Search', 'aria-label': 'Search the findings'});
    searchBox ??= search;
    const apply = () => {
      const words = search.value.trim().toLocaleLowerCase();
      let shown = 0;
      for (const finding of findings) {
        const fits = (!wanted.size || wanted.has(finding.dataset.verdict)) &&
          (!words || finding.textContent.toLocaleLowerCase().includes(words));
        finding.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      for (const group of groups) group.hidden = !all('.finding', group).some(finding => !finding.hidden);
      said.textContent = shown === findings.length ? `${shown} findings` : `${shown} of ${findings.length} findings`;
    };
    const sortBy = key => {
      flat.hidden = !key;
      const order = [...findings];
      if (key === 'place') order.sort((a, b) => a.dataset.order - b.dataset.order);
      if (key === 'confidence') order.sort((a, b) => b.dataset.confidence - a.dataset.confidence || a.dataset.order - b.dataset.order);
      for (const finding of order) (key ? flat : home.get(finding)).append(finding);
      apply();
    };
    const number = verdict => findings.filter(finding => finding.dataset.verdict === verdict).length;
    const tools = make('div', {class: 'tools', role: 'group', 'aria-label': 'Filter and sort'});
    const verdicts = verdictsIn(findings);
    if (verdicts.length > 1) {
      const set = make('fieldset', {}, make('legend', {class: 'vh'}, 'Show only'));
      for (const verdict of verdicts) {
        const button = make('button', {type: 'button', class: verdict, 'aria-pressed': 'false', 'data-verdict': verdict, title: `Show only: ${verdict}`,
          'aria-label': `${number(verdict)} ${verdict}`}, icon(verdict), String(number(verdict)));
        button.addEventListener('click', () => {
          wanted.delete(verdict) || wanted.add(verdict);
          button.setAttribute('aria-pressed', wanted.has(verdict));
          apply();
        });
        set.append(button);
      }
      tools.append(set);
    }
    tools.append(said);
    search.addEventListener('input', apply);
    tools.append(search);
    if (verdicts.length > 1) {
      const choice = make('select', {}, make('option', {value: ''}, 'most serious first'),
        make('option', {value: 'place'}, 'order of the article'), make('option', {value: 'confidence'}, 'confidence'));
      choice.addEventListener('change', () => sortBy(choice.value));
      tools.append(make('label', {}, 'Sort', choice));
    }
    const fold = make('button', {type: 'button'}, 'Open all');
    const anyClosed = () => findings.some(finding => !finding.hidden && !details(finding).open);
    const name = () => { fold.textContent = anyClosed() ? 'Open all' : 'Close all'; };
    fold.addEventListener('click', () => {
      const open = anyClosed();
      for (const finding of findings) if (!finding.hidden) details(finding).open = open;
      name();
    });
    const keys = make('input', {type: 'checkbox', checked: ''});
    keys.addEventListener('change', () => { keysOn = keys.checked; });
    const hint = make('label', {class: 'keys', title: 'j and k: next and previous finding; o: open or close; t: to the text; /: search'}, keys, 'Keys',
      ...['j', 'k', 'o', 't', '/'].map(key => make('kbd', {}, key)));
    tools.append(fold, hint);
    pane.prepend(tools);
    pane.append(flat);
    for (const finding of findings) {
      if (calm.has(finding.dataset.verdict)) details(finding).open = false;
      const light = on => {
        finding.classList.toggle('lit', on);
        for (const mark of marksOf(finding.id)) mark.classList.toggle('lit', on);
      };
      details(finding).addEventListener('toggle', name);
      finding.addEventListener('mouseenter', () => light(true));
      finding.addEventListener('mouseleave', () => light(false));
    }
    apply();
    name();
  };

  const move = step => {
    const shown = all('.finding').filter(finding => finding.offsetParent !== null);
    const at = shown.findIndex(finding => finding.contains(document.activeElement));
    const next = shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step];
    if (!next) return;
    next.querySelector('summary').focus();
    next.scrollIntoView({block: 'nearest', behavior: still ? 'auto' : 'smooth'});
  };
  const current = () => document.activeElement && document.activeElement.closest('.finding');
  const actions = {
    j: () => move(1),
    k: () => move(-1),
    o: () => { const finding = current(); if (finding) details(finding).open = !details(finding).open; },
    t: () => {
      const finding = current();
      const mark = finding && marksOf(finding.id)[0];
      if (mark) { mark.focus(); mark.scrollIntoView({block: 'center'}); }
    },
    '/': () => searchBox && searchBox.focus(),
  };
  document.addEventListener('keydown', event => {
    if (!keysOn || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, select, textarea')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  for (const mark of all('.claim')) {
    const findings = () => mark.dataset.findings.split(' ').map(id => document.getElementById(id)).filter(Boolean);
    const light = on => { for (const finding of findings()) finding.classList.toggle('lit', on); };
    for (const name of ['mouseenter', 'focus']) mark.addEventListener(name, () => light(true));
    for (const name of ['mouseleave', 'blur']) mark.addEventListener(name, () => light(false));
    mark.addEventListener('click', event => {
      event.preventDefault();
      history.replaceState(null, '', mark.getAttribute('href'));
      show(findings()[0]);
    });
  }
  for (const pane of all('.findings')) equip(pane);

  addEventListener('hashchange', follow);
  if (location.hash) follow();
})();
