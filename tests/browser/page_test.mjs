// The HTML reports in a real browser: clicks, keyboard, filter, reading without script, accessibility, and article text
// that tries to become markup. Exits with 77 (skipped) where Chromium or the npm packages are missing.
//
//   node tests/browser/page_test.mjs [SCREENSHOT_FOLDER]
import {spawnSync} from 'node:child_process';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const browserPath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(file => fs.existsSync(file));
let chromium, axe;
try {
  ({chromium} = await import('playwright-core'));
  axe = fs.readFileSync(path.join(here, 'node_modules/axe-core/axe.min.js'), 'utf8');
} catch {
  // said below
}
if (!chromium || !axe || !browserPath) {
  console.log('skipped: scripts/deps browser installs Chromium, playwright-core and axe-core');
  process.exit(77);
}

const program = process.env.TWOSOURCE ?? path.join(root, 'build/dev/cli/twosource');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'twosource-browser-'));
const shots = process.argv[2];
const corpus = path.join(root, 'corpora/north-korea-treaty');

// Runs the program; findings (exit code 1) are what we are after.
const twosource = (...args) => {
  const done = spawnSync(program, args, {cwd: scratch, encoding: 'utf8'});
  assert.ok(done.status === 0 || done.status === 1, `${args.join(' ')}: ${done.status} ${done.stderr}`);
};
const hostile = [
  '---', 'title: "</title><script>window.pwned=1</script>"', 'outlet: \'"><img src=x onerror=window.pwned=1>\'',
  'url: javascript:window.pwned=1', 'published: 2024-10-24', 'language: de', '---',
  '</script><script>window.pwned=1</script> Das Abkommen umfasst 32 Artikel <svg onload=window.pwned=1>, sagte Putin.', '',
  'Der Handel mit Russland erreichte 2023 einen Wert von 34,4 Milliarden Dollar {{{style}}} <style>*{display:none}</style>.', '',
].join('\n');

const pages = {};
const prepare = () => {
  twosource('index', '--quiet', '--db', 'db', path.join(corpus, 'articles'));
  fs.writeFileSync(path.join(scratch, 'hostile.txt'), hostile);
  const arabic = 'قالت الحكومة إن 32 مادة في المعاهدة.\n';
  fs.writeFileSync(path.join(scratch, 'arabic.txt'), `---\nlanguage: ar\ntitle: معاهدة جديدة\noutlet: صحيفة النهر\npublished: 2024-10-24\n---\n${arabic}`);
  const sample = path.join(corpus, 'sample.txt');
  for (const [name, articles] of Object.entries({sample: [sample], several: [sample, 'arabic.txt'], hostile: ['hostile.txt']})) {
    twosource('check', '--quiet', '--db', 'db', '--format', `html=${name}.html`, ...articles);
    pages[name] = pathToFileURL(path.join(scratch, `${name}.html`)).href;
  }
  twosource('report', '--quiet', '--db', 'db', '--format', 'html=corpus.html');
  pages.corpus = pathToFileURL(path.join(scratch, 'corpus.html')).href;
};

let browser;
// A page that fails the test on any console error, script error or request that leaves the file.
const open = async (url, options = {}) => {
  const context = await browser.newContext({viewport: {width: 1440, height: 1000}, reducedMotion: 'reduce', ...options});
  const page = await context.newPage();
  const faults = [];
  page.on('console', message => { if (['error', 'warning'].includes(message.type())) faults.push(message.text()); });
  page.on('pageerror', error => faults.push(error.message));
  page.on('request', request => { if (!/^(file|data):/.test(request.url())) faults.push(`request: ${request.url()}`); });
  await page.goto(url);
  return {page, faults, close: async () => { await context.close(); assert.deepEqual(faults, []); }};
};
const shown = page => page.locator('.finding:visible').count();

const tests = {
  async 'a click on a statement opens its finding'() {
    const {page, close} = await open(pages.sample);
    const mark = page.locator('.story a.claim.corroborated').first();
    const id = (await mark.getAttribute('href')).slice(1);
    assert.equal(await page.locator(`[id="${id}"] > details`).getAttribute('open'), null);
    await mark.click();
    assert.equal(await page.locator(`[id="${id}"] > details`).getAttribute('open'), '');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.finding').id), id);
    assert.ok(page.url().endsWith(`#${id}`));
    await close();
  },
  async 'every statement of the text leads to a finding that exists'() {
    const {page, close} = await open(pages.sample);
    const dead = await page.$$eval('a[href^="#"]', links =>
      links.map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id)));
    assert.deepEqual(dead, []);
    const doubled = await page.$$eval('[id]', nodes => {
      const ids = nodes.map(node => node.id);
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    });
    assert.deepEqual(doubled, []);
    await close();
  },
  async 'filter, search and sort'() {
    const {page, close} = await open(pages.sample);
    const total = await shown(page);
    const wrong = await page.locator('.finding.conflicting').count();
    assert.ok(wrong >= 3 && total > wrong);
    const button = page.locator('.tools button[data-verdict=conflicting]');
    await button.click();
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    assert.equal(await shown(page), wrong);
    assert.match(await page.locator('.tools output').textContent(), new RegExp(`^${wrong} of ${total} findings$`));
    await button.click();
    assert.equal(await shown(page), total);
    await page.locator('.tools input[type=search]').fill('34,4 Milliarden');
    const found = await shown(page);
    assert.ok(found > 0 && found < total);
    await page.locator('.tools input[type=search]').fill('');
    const order = () => page.$$eval('.finding', nodes => nodes.map(node => +node.dataset.order));
    const before = await order();
    await page.locator('.tools select').selectOption('place');
    assert.deepEqual(await order(), [...before].sort((a, b) => a - b));
    await page.locator('.tools select').selectOption('');
    assert.deepEqual(await order(), before);
    await close();
  },
  async 'the tools stay in view and never cover the finding that was asked for'() {
    const {page, close} = await open(pages.sample);
    for (let step = 0; step < 3; ++step) await page.keyboard.press('j');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2));
    assert.ok(await page.locator('.tools').first().isVisible());
    const last = page.locator('.story a.claim').last();
    await last.click();
    const id = (await last.getAttribute('href')).slice(1);
    const [bar, found] = await page.evaluate(found => [document.querySelector('.tools'), document.getElementById(found)]
      .map(node => node.getBoundingClientRect()).map(({top, bottom}) => ({top, bottom})), id);
    assert.ok(found.top >= bar.bottom - 1, `${found.top} under ${bar.bottom}`);
    await close();
  },
  async 'a closed finding tells the sentence around its words'() {
    for (const width of [1440, 390]) {
      const {page, close} = await open(pages.sample, {viewport: {width, height: 900}});
      const closed = page.locator('.finding > details:not([open]) .context');
      assert.ok(await closed.count() > 5);
      assert.ok(await closed.first().isVisible());
      assert.equal(await page.locator('.finding > details[open] .context:not(.subject):visible').count(), 0);
      await close();
    }
  },
  async 'the keyboard alone'() {
    const {page, close} = await open(pages.sample);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    const focused = () => page.evaluate(() => document.activeElement.closest('.finding')?.id);
    const ids = await page.$$eval('.finding', nodes => nodes.map(node => node.id));
    await page.keyboard.press('j');
    assert.equal(await focused(), ids[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    assert.equal(await focused(), ids[1]);
    await page.keyboard.press('o');
    assert.equal(await page.locator(`[id="${ids[1]}"] > details`).getAttribute('open'), null);
    await page.keyboard.press('t');
    assert.ok(await page.evaluate(() => document.activeElement.matches('.claim')));
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.type), 'search');
    await page.keyboard.type('jk');
    assert.equal(await page.evaluate(() => document.activeElement.value), 'jk');
    await page.locator('.tools input[type=search]').fill('');
    await page.locator('.tools input[type=checkbox]').uncheck();
    await page.locator('main').focus();
    await page.keyboard.press('j');
    assert.equal(await focused(), undefined);
    await close();
  },
  async 'all of it can be read without script'() {
    const {page, close} = await open(pages.sample, {javaScriptEnabled: false});
    assert.equal(await page.locator('.finding > details:not([open])').count(), 0);
    assert.equal(await page.locator('.tools').count(), 0);
    assert.ok(await page.getByText('34,4 Milliarden Dollar', {exact: false}).first().isVisible());
    assert.ok(await page.locator('.plot').count() >= 3);
    await close();
  },
  async 'plots stay inside their cell and show every value'() {
    for (const width of [1440, 360]) {
      const {page, close} = await open(pages.sample, {viewport: {width, height: 800}});
      const strays = await page.$$eval('.plot', plots => plots.flatMap(plot => {
        const box = plot.getBoundingClientRect();
        return [...plot.querySelectorAll('.dot, .span, text')].filter(mark => {
          const place = mark.getBoundingClientRect();
          return place.left < box.left - 1 || place.right > box.right + 1;
        }).map(mark => mark.outerHTML);
      }));
      assert.deepEqual(strays, []);
      assert.ok(await page.$$eval('.plot tbody tr', rows => rows.length && rows.every(row => row.querySelector('.dot, .span, .arrow'))));
      await close();
    }
  },
  async 'nothing sticks out at the width of a phone or when zoomed'() {
    for (const name of Object.keys(pages)) {
      const {page, close} = await open(pages[name], {viewport: {width: 320, height: 640}});
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), name);
      await close();
    }
  },
  async 'the corpus-wide report has its overview and its groups'() {
    const {page, close} = await open(pages.corpus);
    assert.equal(await page.locator('table.overview').count(), 2);
    const link = page.locator('table.overview a').first();
    const target = (await link.getAttribute('href')).slice(1);
    await link.click();
    assert.ok(await page.locator(`[id="${target}"] .finding`).first().isVisible());
    await close();
  },
  async 'quotations carry their language and direction'() {
    const {page, close} = await open(pages.several);
    assert.ok(await page.locator('blockquote[lang=en]').count() > 0);
    const direction = await page.$eval('.text[lang=ar] > p:last-child', node => getComputedStyle(node).direction);
    assert.equal(direction, 'rtl');
    // A date beside an Arabic name keeps its order: the year stands left of the day.
    const [year, day, title, heading] = await page.evaluate(() => {
      const time = [...document.querySelectorAll('.kicker time')].find(node => node.parentNode.querySelector('bdi').textContent.includes('النهر'));
      const place = (from, to) => {
        const range = document.createRange();
        range.setStart(time.firstChild, from);
        range.setEnd(time.firstChild, to);
        return range.getBoundingClientRect().left;
      };
      const h1 = time.closest('.report').querySelector('h1');
      return [place(0, 4), place(8, 10), h1.getBoundingClientRect().left, getComputedStyle(h1).textAlign];
    });
    assert.ok(year < day, `${year} ${day}`);
    assert.equal(heading, 'left');
    assert.ok(title < 200);
    assert.equal(await page.locator('main table.overview tbody tr').count(), 2);
    await close();
  },
  async 'hostile text stays text'() {
    const {page, close} = await open(pages.hostile);
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    assert.equal(await page.locator('main script, main style, main img, [onerror], [onload]').count(), 0);
    assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
    assert.ok((await page.locator('.text').textContent()).includes('<svg onload=window.pwned=1>'));
    assert.ok((await page.locator('.text').textContent()).includes('{{{style}}}'));
    await close();
  },
  async 'no script runs that is not ours, even if it were on the page'() {
    const html = fs.readFileSync(fileURLToPath(pages.sample), 'utf8')
      .replace('</main>', '<script>window.pwned=1</script><img src="x" onerror="window.pwned=1"></main>');
    const file = path.join(scratch, 'injected.html');
    fs.writeFileSync(file, html);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    assert.ok(await page.locator('.tools').count() > 0, 'our own script still runs');
    await context.close();
  },
  async 'axe finds no violation of WCAG 2.2 AA'() {
    for (const name of Object.keys(pages)) {
      const looks = [{colorScheme: 'light'}];
      if (name === 'sample') looks.push({colorScheme: 'dark'}, {viewport: {width: 390, height: 844}});
      for (const options of looks) {
        const {page, close} = await open(pages[name], options);
        await page.$$eval('details', nodes => { for (const node of nodes) node.open = true; });
        await page.evaluate(axe);
        const found = await page.evaluate(() => axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }));
        const violations = found.violations.map(v => `${v.id}: ${v.nodes.length} times, first ${v.nodes[0].html.slice(0, 200)} ${v.nodes[0].failureSummary}`);
        assert.deepEqual(violations, [], `${name} ${JSON.stringify(options)}`);
        await close();
      }
    }
  },
};

const screenshots = async folder => {
  fs.mkdirSync(folder, {recursive: true});
  const looks = {
    desktop: {}, dark: {colorScheme: 'dark'}, phone: {viewport: {width: 390, height: 844}, deviceScaleFactor: 2},
  };
  for (const name of ['sample', 'corpus', 'several']) {
    for (const [look, options] of Object.entries(looks)) {
      const {page, close} = await open(pages[name], options);
      await page.screenshot({path: path.join(folder, `${name}-${look}.png`), fullPage: look !== 'phone'});
      await close();
    }
    const {page, close} = await open(pages[name]);
    await page.pdf({path: path.join(folder, `${name}-print.pdf`), format: 'A4'});
    await close();
  }
};

let failed = 0;
try {
  prepare();
  browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      console.log(`ok      ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}\n${error.stack}`);
    }
  }
  if (shots) await screenshots(shots);
} finally {
  if (browser) await browser.close();
  fs.rmSync(scratch, {recursive: true, force: true});
}
process.exit(failed ? 1 : 0);
