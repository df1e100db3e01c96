"use strict";
/* What a report does beyond being read: the ranking sorts and filters, the network is searched and
 * dragged. Without this script all text is there. Texts are set as text, never as HTML. */

const byId = (id) => document.getElementById(id);

/* An element with attributes and children, texts among them */
function element(name, attributes, ...children) {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes || {}))
		made.setAttribute(key, value);
	made.append(...children);
	return made;
}

const grouped = (number) => number.toLocaleString("en-GB");

/* ---- the ranking ---- */

function sortRanking(table, column, heading) {
	const isAscending = heading.getAttribute("aria-sort") !== "ascending";
	const body = table.tBodies[0];
	const value = (row) => {
		const cell = row.cells[column];
		return cell.tagName === "TH" ? cell.dataset.value : Number(cell.dataset.value);
	};
	const compare = (a, b) => {
		const x = value(a), y = value(b);
		return typeof x === "string" ? x.localeCompare(y, "en") : x - y;
	};
	const rows = [...body.rows].sort((a, b) => (isAscending ? 1 : -1) * compare(a, b));
	for (const other of table.tHead.rows[0].cells)
		other.removeAttribute("aria-sort");
	heading.setAttribute("aria-sort", isAscending ? "ascending" : "descending");
	body.append(...rows);
}

function filterRanking(table) {
	const text = byId("ranking-search").value.trim().toLocaleLowerCase("en");
	const kind = byId("ranking-kind").value;
	let shown = 0;
	for (const row of table.tBodies[0].rows) {
		const name = row.cells[1].textContent.toLocaleLowerCase("en");
		row.hidden = !(name.includes(text) && (kind === "" || row.dataset.kind === kind));
		shown += row.hidden ? 0 : 1;
	}
	byId("ranking-count").textContent =
		`${grouped(shown)} of ${grouped(table.tBodies[0].rows.length)} shown`;
}

function startRanking() {
	const table = byId("ranking-table");
	const headings = [...table.tHead.rows[0].cells];
	headings.forEach((heading, column) => {
		const words = heading.querySelector(".words");
		const button = element("button", { type: "button", title: words.title }, words.textContent);
		button.addEventListener("click", () => sortRanking(table, column, heading));
		heading.dataset.words = words.textContent; /* printed, where buttons are not */
		words.replaceWith(button);
	});
	table.caption.textContent += "; each heading sorts";
	headings[0].setAttribute("aria-sort", "ascending");
	byId("ranking-search").addEventListener("input", () => filterRanking(table));
	byId("ranking-kind").addEventListener("change", () => filterRanking(table));
	filterRanking(table);
}

/* ---- all of it ---- */

document.documentElement.classList.add("live");
startRanking();
if (byId("network-data") && typeof cytoscape === "function") {
	/* A large network takes a moment: not before somebody comes near it */
	const view = byId("network-view");
	const watch = new IntersectionObserver((entries) => {
		if (!entries.some((entry) => entry.isIntersecting))
			return;
		watch.disconnect();
		const network = new Network(JSON.parse(byId("network-data").textContent));
		network.start();
		/* For tests, and for who looks with the browser's own tools */
		window.fairleadNetwork = network;
	}, { rootMargin: "800px" });
	watch.observe(view);
}
