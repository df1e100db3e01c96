// tests/clients/use-report.js REPORT SMALL LARGE CHROMIUM [AXE]: uses a report as people do, in a real
// browser, and prints what came of it as JSON; axe-core looks at the small one, for it takes long
'use strict';
const { chromium } = require('playwright-core');
const [report, small, large, executablePath, axe] = process.argv.slice(2);

const looks = {
	light: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
	dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
	phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
// What was shown, as the page says it: [found, shown, all, links, all links]
const countsOf = async (page) => (await page.textContent('#network-count')).replace(/,(?=\d)/g, '')
	.match(/\d+/g).map(Number);

async function open(browser, look, told, path = report) {
	const context = await browser.newContext(look);
	const page = await context.newPage();
	page.on('console', (message) => told.console.push(message.text()));
	page.on('pageerror', (error) => told.console.push(String(error)));
	page.on('request', (request) => {
		if (!/^(file|data|blob):/.test(request.url()))
			told.requests.push(request.url());
	});
	await page.goto('file://' + path);
	return page;
}

async function useRanking(page) {
	const told = {};
	const rows = () => page.$$eval('#ranking-table tbody tr', (all) =>
		all.filter((row) => !row.hidden).map((row) => row.cells[1].dataset.value));
	told.byRank = (await rows()).slice(0, 3);
	await page.fill('#ranking-search', 'amber');
	told.found = await rows();
	told.foundWords = await page.textContent('#ranking-count');
	await page.selectOption('#ranking-kind', 'vessel');
	told.foundVessels = await rows();
	await page.fill('#ranking-search', '');
	await page.selectOption('#ranking-kind', '');
	const heading = page.locator('#ranking-table thead th', { hasText: 'brokerage' });
	await heading.locator('button').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	told.sorted = await heading.getAttribute('aria-sort');
	told.byBrokerage = await page.$$eval('#ranking-table tbody tr', (all) =>
		all.map((row) => Number(row.cells[5].dataset.value)));
	return told;
}

// On the drawing, at a node: the place is asked of the page's own drawing
async function clickNode(page, name) {
	const place = await page.evaluate((wanted) => {
		const network = window.fairleadNetwork;
		const i = network.data.nodes.findIndex((node) => node.n === wanted);
		const at = network.drawing.screenPlaceOf(i);
		const box = document.getElementById('network-graph').getBoundingClientRect();
		return { x: box.left + at.x, y: box.top + at.y };
	}, name);
	await page.mouse.click(place.x, place.y);
	return place;
}

const placeOf = (page, name) => page.evaluate((wanted) => {
	const network = window.fairleadNetwork;
	return { ...network.drawing.placeOf(network.data.nodes.findIndex((node) => node.n === wanted)) };
}, name);

async function useNetwork(page) {
	const told = {};
	await page.locator('#network-view').scrollIntoViewIfNeeded();
	await page.waitForFunction(() => window.fairleadNetwork);
	await page.evaluate(() => document.getElementById('network-graph').scrollIntoView({ block: 'center', behavior: 'instant' }));
	told.all = await countsOf(page);
	await page.fill('#network-search', 'amber shipping');
	told.searched = await countsOf(page);
	told.listed = await page.$$eval('#network-list button', (all) => all.map((one) => one.textContent));
	await page.fill('#network-search', '');
	await page.click('label[for="network-kind-4"]');
	told.withoutVessels = await countsOf(page);
	await page.click('label[for="network-kind-4"]');
	await page.locator('#network-day').focus();
	for (let i = 0; i < 3; i++)
		await page.keyboard.press('ArrowRight');
	told.day = await page.textContent('#network-day-words');
	told.onDay = await countsOf(page);
	await page.keyboard.press('Home');
	await page.evaluate(() => document.getElementById('network-graph').scrollIntoView({ block: 'center', behavior: 'instant' }));
	const at = await clickNode(page, 'HAEMU, Ki Nol');
	told.chosen = await page.textContent('#network-details');
	const before = await placeOf(page, 'HAEMU, Ki Nol');
	await page.mouse.move(at.x, at.y);
	await page.mouse.down();
	await page.mouse.move(at.x - 40, at.y - 30, { steps: 4 });
	await page.mouse.up();
	const after = await placeOf(page, 'HAEMU, Ki Nol');
	told.dragged = [after.x - before.x, after.y - before.y];
	await page.click('#network-around');
	told.around = await countsOf(page);
	await page.locator('#network-list button').first().focus();
	await page.keyboard.press('Enter');
	told.chosenByKey = await page.textContent('#network-details');
	return told;
}

/* Thousands, which another hand paints */
async function useLarge(browser, told) {
	const page = await open(browser, looks.light, told, large);
	if (!(await page.$('#network-view')))
		return null;
	await page.locator('#network-view').scrollIntoViewIfNeeded();
	await page.waitForFunction(() => window.fairleadNetwork);
	await page.evaluate(() => document.getElementById('network-graph').scrollIntoView({ block: 'center', behavior: 'instant' }));
	const found = { all: await countsOf(page) };
	await page.fill('#network-search', 'number 4321');
	found.searched = await countsOf(page);
	await page.press('#network-search', 'Enter');
	found.chosen = await page.textContent('#network-details');
	await page.fill('#network-search', '');
	await page.waitForFunction(() => window.fairleadNetwork.drawing.view.zoom >= 0.9);
	await page.waitForTimeout(400); /* it is gone to */
	const before = await placeOf(page, 'Party number 4321');
	await page.evaluate(() => document.getElementById('network-graph').scrollIntoView({ block: 'center', behavior: 'instant' }));
	const at = await clickNode(page, 'Party number 4321');
	found.clicked = await page.textContent('#network-details');
	await page.mouse.move(at.x, at.y);
	await page.mouse.down();
	await page.mouse.move(at.x - 40, at.y - 30, { steps: 4 });
	await page.mouse.up();
	const after = await placeOf(page, 'Party number 4321');
	found.dragged = [after.x - before.x, after.y - before.y];
	await page.mouse.wheel(0, -240);
	await page.waitForFunction(() => window.fairleadNetwork.drawing.view.zoom > 1);
	await page.click('#network-fit');
	await page.click('#network-kinds label >> nth=0');
	found.withoutKind = await countsOf(page);
	await page.click('#network-kinds label >> nth=0');
	await page.locator('#network-day').focus();
	await page.keyboard.press('ArrowRight');
	found.onDay = await countsOf(page);
	await page.keyboard.press('Home');
	found.isPainted = await page.evaluate(() => {
		const { data } = document.querySelector('#network-graph canvas').getContext('2d').getImageData(0, 0, 900, 500);
		return data.some((value) => value !== 0);
	});
	await page.context().close();
	return found;
}

async function checkAccess(browser, name, told) {
	const page = await open(browser, looks[name], told, small);
	if (await page.$('#network-view')) {
		await page.locator('#network-view').scrollIntoViewIfNeeded();
		await page.waitForFunction(() => window.fairleadNetwork);
	}
	/* By the browser's own tools, which the page's policy does not bind */
	await page.evaluate(require('fs').readFileSync(axe, 'utf8'));
	const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'],
		/* those too that are off by themselves: of the level AAA, and experimental */
		rules: Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, { enabled: true }])) }));
	await page.context().close();
	return found.violations.map((one) => ({ id: one.id, impact: one.impact,
		nodes: one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)) }));
}

async function main() {
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
	const told = { console: [], requests: [], widths: {}, access: {} };
	for (const [name, look] of Object.entries(looks)) {
		const page = await open(browser, look, told);
		told.widths[name] = await page.evaluate(() =>
			[document.documentElement.scrollWidth, innerWidth]);
		if (name === 'light') {
			told.ranking = await useRanking(page);
			if (await page.$('#network-view'))
				told.network = await useNetwork(page);
		}
		await page.context().close();
		if (axe)
			told.access[name] = await checkAccess(browser, name, told);
	}
	told.large = await useLarge(browser, told);
	const still = await open(browser, { ...looks.light, javaScriptEnabled: false }, told);
	told.withoutScript = await still.locator('#network-view').isVisible().catch(() => false);
	await browser.close();
	console.log(JSON.stringify(told));
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
