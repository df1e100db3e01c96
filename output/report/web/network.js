/* network.js: the network that is searched, filtered, dragged and asked for its sources */
"use strict";

/* ---- the network: how it looks ---- */

/* Beyond so many links no arrows are drawn, and lines are hidden while the drawing moves */
const MANY_LINKS = 1500;
const MOST_NAMED = 30; /* of the target, whose names are always there */
const NAME_SIZE = 12;
const N_SIZES = 11;
const MOST_NEAR = 400;
const MOST_LISTED = 60;
const MOST_LINKS_TOLD = 40;
const DAY = 86400000;
const shapes = { disc: "ellipse", square: "rectangle", triangle: "triangle", diamond: "diamond" };

const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const darkness = matchMedia("(prefers-color-scheme: dark)");

/* Dark colours of kinds are not seen on a dark ground: there they are lightened */
function fitted(colour) {
	if (!darkness.matches)
		return colour;
	const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
	const light = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
	const part = light < 100 ? 0.4 : 0;
	return "#" + parts.map((value) => Math.round(value + (255 - value) * part)
		.toString(16).padStart(2, "0")).join("");
}

/* What nodes and links share stands in classes of style: values of their own would be read one by
 * one, which costs seconds for thousands */
function sharedStyles(data) {
	return [
		...data.kinds.map((kind, i) => ({ selector: ".kind-" + i, style: {
			"background-color": fitted(kind.colour), "shape": shapes[kind.shape] } })),
		...data.classes.map((one, i) => ({ selector: ".class-" + i, style: {
			"line-color": fitted(one.colour), "target-arrow-color": fitted(one.colour) } })),
		...[...Array(N_SIZES).keys()].map((i) => ({ selector: ".size-" + i, style: {
			"width": 14 + 26 * i / (N_SIZES - 1), "height": 14 + 26 * i / (N_SIZES - 1) } })),
	];
}

function stylesOf(data, isLarge) {
	const ink = colourOf("--ink"), ground = colourOf("--ground"), accent = colourOf("--accent");
	return [
		{ selector: "node", style: {
			"width": 11, "height": 11, "label": isLarge ? "" : "data(label)", "font-size": 11,
			"color": ink, "text-outline-color": ground, "text-outline-width": 2,
			"text-valign": "bottom", "text-margin-y": 3, "min-zoomed-font-size": 7,
			"border-width": isLarge ? 0 : 1, "border-color": colourOf("--strong-line"),
			"text-wrap": "ellipsis", "text-max-width": 150 } },
		{ selector: "edge", style: {
			"width": 1.4, "opacity": 0.75, "curve-style": isLarge ? "haystack" : "bezier",
			"haystack-radius": 0, "target-arrow-shape": isLarge ? "none" : "triangle",
			"arrow-scale": 0.8 } },
		...sharedStyles(data),
		{ selector: ".target", style: { "width": 22, "height": 22, "border-width": 4, "border-color": colourOf("--warn") } },
		{ selector: ".unsure", style: { "line-style": "dashed" } },
		/* The names of a small target and of those with a card are always there */
		{ selector: ".main", style: { "label": "data(label)", "min-zoomed-font-size": 0, "z-index": 5 } },
		{ selector: ".named", style: { "label": "data(label)" } },
		{ selector: ".faded", style: { "opacity": 0.12, "label": "" } },
		{ selector: ".gone", style: { "display": "none" } },
		{ selector: ".found", style: { "border-width": 4, "border-color": accent, "z-index": 9 } },
		{ selector: "node:selected", style: {
			"label": "data(label)", "border-width": 6, "border-color": accent,
			"font-weight": "bold", "z-index": 10, "min-zoomed-font-size": 0, "text-opacity": 1 } },
		{ selector: "edge:selected", style: { "width": 4, "line-color": accent, "opacity": 1 } },
		{ selector: ".near", style: { "width": 2.5, "opacity": 1 } },
	];
}

/* Links of one class from one party to another are one line */
function bundlesOf(data) {
	const bundles = new Map();
	data.links.forEach((link, i) => {
		const key = `${link.f} ${link.o} ${link.c}`;
		if (!bundles.has(key))
			bundles.set(key, []);
		bundles.get(key).push(i);
	});
	return [...bundles.values()];
}

function classesOf(node, areFew) {
	const classes = ["kind-" + node.k];
	if (node.v)
		classes.push("size-" + Math.round(node.v * (N_SIZES - 1)));
	if (node.t)
		classes.push("target");
	if (node.card || (node.t && areFew))
		classes.push("main");
	return classes;
}

function elementsOf(data, bundles) {
	const areFew = data.nodes.filter((node) => node.t).length <= MOST_NAMED;
	const nodes = data.nodes.map((node, i) => ({
		group: "nodes", classes: classesOf(node, areFew),
		data: { id: "n" + i, place: i, label: node.n },
		position: { x: node.x, y: node.y },
	}));
	const links = bundles.map((bundle, i) => {
		const link = data.links[bundle[0]];
		const isSure = bundle.some((one) => data.links[one].p === undefined);
		return {
			group: "edges", classes: isSure ? ["class-" + link.c] : ["class-" + link.c, "unsure"],
			data: { id: "l" + i, place: i, source: "n" + link.f, target: "n" + link.o },
		};
	});
	return nodes.concat(links);
}

/* ---- the network: which of it is shown ---- */

class Network {
	constructor(data) {
		this.data = data;
		this.kinds = new Set(data.nodes.map((node) => node.k));
		this.hiddenKinds = new Set();
		this.day = null;
		this.text = "";
		this.onlyAround = false;
		this.chosen = null;
		this.degrees = new Uint32Array(data.nodes.length);
		for (const link of data.links) {
			this.degrees[link.f]++;
			this.degrees[link.o]++;
		}
		this.nodeTexts = data.nodes.map((node) => (node.n + " " + node.i).toLocaleLowerCase("en"));
		this.linksOf = data.nodes.map(() => []);
		data.links.forEach((link, i) => {
			this.linksOf[link.f].push(i);
			if (link.o !== link.f)
				this.linksOf[link.o].push(i);
		});
	}

	start() {
		this.bundles = bundlesOf(this.data);
		const isLarge = this.bundles.length > MANY_LINKS;
		this.isLarge = isLarge;
		this.drawing = cytoscape({
			container: byId("network-graph"),
			elements: elementsOf(this.data, this.bundles),
			layout: { name: "preset", fit: false },
			style: stylesOf(this.data, isLarge),
			minZoom: 0.02, maxZoom: 4,
			hideEdgesOnViewport: isLarge, hideLabelsOnViewport: isLarge, textureOnViewport: isLarge,
			pixelRatio: isLarge ? 1 : "auto",
			boxSelectionEnabled: false, selectionType: "single",
		});
		this.drawnNodes = this.drawing.nodes().toArray();
		this.drawnLinks = this.drawing.edges().toArray();
		const rankOf = (node) => this.data.nodes[node.data("place")].r || Infinity;
		this.mainNodes = this.drawing.nodes(".main").toArray().sort((a, b) =>
			rankOf(a) - rankOf(b) || a.data("place") - b.data("place"));
		this.drawnState = [this.drawnNodes.map(() => ""), this.drawnLinks.map(() => "")];
		this.namedNodes = [];
		this.listen();
		this.fillKinds();
		this.fillDays();
		this.update();
		this.showAll();
		this.sizeNames();
		darkness.addEventListener("change", () => this.recolour());
	}

	recolour() {
		this.drawing.style(stylesOf(this.data, this.isLarge));
		byId("network-kinds").querySelectorAll("path").forEach((path) =>
			path.setAttribute("fill", fitted(path.dataset.colour)));
	}

	/* The names that are always there have one size, however far away they are; of two that would
	 * lie on each other the one of the better rank stays */
	sizeNames() {
		const zoom = this.drawing.zoom();
		const size = NAME_SIZE / Math.min(1, zoom);
		const taken = [];
		this.drawing.batch(() => {
			for (const node of this.mainNodes) {
				const place = node.renderedPosition();
				const half = Math.min(node.data("label").length, 24) * NAME_SIZE * 0.3;
				const top = place.y + node.renderedHeight() / 2;
				const box = [place.x - half, top, place.x + half, top + 1.3 * NAME_SIZE];
				const isFree = taken.every((other) => box[0] > other[2] || box[2] < other[0]
					|| box[1] > other[3] || box[3] < other[1]);
				if (isFree)
					taken.push(box);
				node.style({ "font-size": size, "text-outline-width": size / 6,
					"text-max-width": 13 * size, "text-opacity": isFree ? 1 : 0 });
			}
		});
	}

	/* Of a large network only those that are looked at from near have names: thousands of names
	 * would have to be measured first */
	nameNear() {
		if (!this.isLarge)
			return;
		const { x1, x2, y1, y2 } = this.drawing.extent();
		const isNear = this.drawing.zoom() >= 0.6;
		const near = !isNear ? [] : this.drawnNodes.filter((node, i) => {
			const { x, y } = node.position();
			return this.shown[i] && x >= x1 && x <= x2 && y >= y1 && y <= y2;
		}).slice(0, MOST_NEAR);
		this.drawing.batch(() => {
			for (const node of this.namedNodes)
				node.removeClass("named");
			for (const node of near)
				node.addClass("named");
		});
		this.namedNodes = near;
	}

	/* -- controls -- */

	listen() {
		this.drawing.on("tap", "node", (event) => this.choose("n", event.target.data("place")));
		this.drawing.on("tap", "edge", (event) => this.choose("l", event.target.data("place")));
		this.drawing.on("tap", (event) => {
			if (event.target === this.drawing)
				this.choose(null, 0);
		});
		let waiting = 0;
		this.drawing.on("zoom", () => {
			clearTimeout(waiting);
			waiting = setTimeout(() => this.sizeNames(), 120);
		});
		this.drawing.on("free", () => this.sizeNames());
		let waitingForNames = 0;
		this.drawing.on("viewport", () => {
			clearTimeout(waitingForNames);
			waitingForNames = setTimeout(() => this.nameNear(), 150);
		});
		byId("network-search").addEventListener("input", (event) => {
			this.text = event.target.value.trim().toLocaleLowerCase("en");
			this.update();
		});
		byId("network-search").addEventListener("keydown", (event) => {
			if (event.key === "Enter" && this.found.length > 0)
				this.choose("n", this.found[0], true);
		});
		byId("network-fit").addEventListener("click", () => this.showAll());
		byId("network-in").addEventListener("click", () => this.zoom(1.4));
		byId("network-out").addEventListener("click", () => this.zoom(1 / 1.4));
		byId("network-around").addEventListener("click", () => {
			this.onlyAround = !this.onlyAround;
			this.update();
			this.showAll();
		});
		byId("network-graph").addEventListener("keydown", (event) => this.onKey(event));
	}

	onKey(event) {
		const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
		if (steps[event.key])
			this.drawing.panBy({ x: steps[event.key][0], y: steps[event.key][1] });
		else if (event.key === "+" || event.key === "=")
			this.zoom(1.4);
		else if (event.key === "-")
			this.zoom(1 / 1.4);
		else if (event.key === "0")
			this.showAll();
		else if (event.key === "Escape")
			this.choose(null, 0);
		else
			return;
		event.preventDefault();
	}

	zoom(factor) {
		this.drawing.zoom({
			level: this.drawing.zoom() * factor,
			renderedPosition: { x: this.drawing.width() / 2, y: this.drawing.height() / 2 },
		});
	}

	/* By the places alone: names need not be measured */
	showAll() {
		const margin = 40, { drawing } = this;
		const places = this.drawnNodes.filter((_, i) => this.shown[i]).map((node) => node.position());
		if (places.length === 0)
			return;
		const bounds = (key) => places.reduce(([low, high], place) =>
			[Math.min(low, place[key]), Math.max(high, place[key])], [Infinity, -Infinity]);
		const [left, right] = bounds("x"), [top, bottom] = bounds("y");
		const zoom = Math.min(2, (drawing.width() - 2 * margin) / Math.max(right - left, 1),
			(drawing.height() - 2 * margin) / Math.max(bottom - top, 1));
		drawing.viewport({ zoom, pan: {
			x: drawing.width() / 2 - zoom * (left + right) / 2,
			y: drawing.height() / 2 - zoom * (top + bottom) / 2 } });
	}

	/* A sign as it is drawn, beside each kind */
	swatch(kind) {
		const names = "http://www.w3.org/2000/svg";
		const paths = { disc: "M8 1a7 7 0 1 0 .01 0z", square: "M2 2h12v12H2z",
			triangle: "M8 1l7 13H1z", diamond: "M8 0l8 8-8 8-8-8z" };
		const svg = document.createElementNS(names, "svg");
		const path = document.createElementNS(names, "path");
		for (const [key, value] of [["width", 14], ["height", 14], ["viewBox", "0 0 16 16"], ["aria-hidden", "true"]])
			svg.setAttribute(key, value);
		path.setAttribute("d", paths[kind.shape]);
		path.dataset.colour = kind.colour;
		path.setAttribute("fill", fitted(kind.colour));
		svg.append(path);
		return svg;
	}

	fillKinds() {
		const field = byId("network-kinds");
		for (const k of [...this.kinds].sort((a, b) => a - b)) {
			const count = this.data.nodes.filter((node) => node.k === k).length;
			const box = element("input", { type: "checkbox", id: "network-kind-" + k });
			box.checked = true;
			box.addEventListener("change", () => {
				if (box.checked)
					this.hiddenKinds.delete(k);
				else
					this.hiddenKinds.add(k);
				this.update();
			});
			field.append(element("label", { class: "kind", for: box.id }, box,
				this.swatch(this.data.kinds[k]), `${this.data.kinds[k].name} (${grouped(count)})`));
		}
	}

	/* From the first month that a link has to the last; at the left end any time */
	fillDays() {
		const days = this.data.links.flatMap((link) => [link.a, link.b]).filter((day) => day !== undefined);
		const slider = byId("network-day");
		const words = byId("network-day-words");
		const monthOf = (day) => {
			const date = new Date(day * DAY);
			return date.getUTCFullYear() * 12 + date.getUTCMonth();
		};
		if (days.length === 0) {
			slider.disabled = true;
			words.textContent = "at any time (no link bears a day)";
			return;
		}
		const first = days.reduce((a, b) => Math.min(a, b)), last = days.reduce((a, b) => Math.max(a, b));
		const start = monthOf(first);
		slider.max = monthOf(last) - start + 1;
		slider.addEventListener("input", () => {
			const month = start + Number(slider.value) - 1;
			const date = Date.UTC(Math.floor(month / 12), month % 12, 1);
			this.day = slider.value === "0" ? null : date / DAY;
			words.textContent = this.day === null ? "at any time"
				: "on " + new Date(date).toISOString().slice(0, 10);
			slider.setAttribute("aria-valuetext", words.textContent);
			this.update();
		});
	}

	/* -- what is shown -- */

	stands(link) {
		return this.day === null
			|| ((link.a === undefined || link.a <= this.day) && (link.b === undefined || link.b >= this.day));
	}

	/* Who is of a shown kind, next to the chosen where that is asked, and still linked on the day */
	update() {
		const { nodes, links } = this.data;
		const isShown = nodes.map((node) => !this.hiddenKinds.has(node.k));
		const centre = this.onlyAround && this.chosen && this.chosen.type === "n" ? this.chosen.place : -1;
		if (centre >= 0) {
			const near = new Set([centre]);
			for (const i of this.linksOf[centre])
				near.add(links[i].f).add(links[i].o);
			isShown.forEach((shown, i) => { isShown[i] = shown && near.has(i); });
		}
		const linkShown = links.map((link) => isShown[link.f] && isShown[link.o] && this.stands(link));
		if (this.day !== null) {
			const linked = new Uint8Array(nodes.length);
			links.forEach((link, i) => {
				if (linkShown[i])
					linked[link.f] = linked[link.o] = 1;
			});
			isShown.forEach((shown, i) => { isShown[i] = shown && (linked[i] === 1 || this.degrees[i] === 0 || i === centre); });
		}
		this.found = [];
		isShown.forEach((shown, i) => {
			if (shown && this.nodeTexts[i].includes(this.text))
				this.found.push(i);
		});
		this.found.sort((a, b) => (nodes[a].r || Infinity) - (nodes[b].r || Infinity) || a - b);
		this.draw(isShown, linkShown);
		this.tell(isShown, linkShown);
		this.fillList();
	}

	/* Only what changes is touched: thousands of classes cost a second */
	paint(drawn, before, states) {
		states.forEach((state, i) => {
			if (before[i] === state)
				return;
			drawn[i].toggleClass("gone", state === "gone");
			drawn[i].toggleClass("faded", state === "faded");
			drawn[i].toggleClass("found", state === "found");
		});
		return states;
	}

	draw(isShown, linkShown) {
		const isSearched = this.text !== "";
		const found = new Set(this.found);
		const state = (shown, isFound, word) => !shown ? "gone" : !isSearched ? "" : isFound ? word : "faded";
		const nodes = isShown.map((shown, i) => state(shown, found.has(i), "found"));
		const links = this.bundles.map((bundle) => {
			const first = this.data.links[bundle[0]];
			return state(bundle.some((one) => linkShown[one]), found.has(first.f) || found.has(first.o), "");
		});
		this.shown = isShown;
		this.drawing.batch(() => {
			this.drawnState = [this.paint(this.drawnNodes, this.drawnState[0], nodes),
				this.paint(this.drawnLinks, this.drawnState[1], links)];
		});
	}

	tell(isShown, linkShown) {
		const count = (flags) => flags.reduce((sum, flag) => sum + (flag ? 1 : 0), 0);
		const found = this.text === "" ? "" : `${grouped(this.found.length)} found in `;
		byId("network-count").textContent =
			`${found}${grouped(count(isShown))} of ${grouped(isShown.length)} parties and places, `
			+ `${grouped(count(linkShown))} of ${grouped(linkShown.length)} links`;
	}

	fillList() {
		const items = this.found.slice(0, MOST_LISTED).map((i) => {
			const node = this.data.nodes[i];
			const isChosen = this.chosen && this.chosen.type === "n" && this.chosen.place === i;
			const button = element("button", { type: "button", "aria-pressed": isChosen ? "true" : "false" },
				(node.r ? node.r + ". " : "") + node.n);
			button.dataset.place = i;
			button.addEventListener("click", () => this.choose("n", i, true));
			return element("li", null, button);
		});
		if (this.found.length > MOST_LISTED)
			items.push(element("li", null, `and ${grouped(this.found.length - MOST_LISTED)} more: search to find them`));
		byId("network-list").replaceChildren(...items);
	}

	/* -- what is chosen -- */

	choose(type, place, isCentred) {
		this.drawing.elements(":selected").unselect();
		this.drawing.edges(".near").removeClass("near");
		this.chosen = type === null ? null : { type, place };
		const around = byId("network-around");
		around.disabled = type !== "n";
		if (type !== "n")
			this.onlyAround = false;
		if (this.chosen) {
			const drawn = (type === "n" ? this.drawnNodes : this.drawnLinks)[place];
			drawn.select();
			if (type === "n")
				drawn.connectedEdges().addClass("near");
			if (isCentred)
				this.drawing.animate({ center: { eles: drawn }, zoom: Math.max(this.drawing.zoom(), 0.9) },
					{ duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250 });
		}
		if (this.onlyAround || around.getAttribute("aria-pressed") === "true")
			this.update();
		around.setAttribute("aria-pressed", this.onlyAround ? "true" : "false");
		for (const button of byId("network-list").querySelectorAll("button"))
			button.setAttribute("aria-pressed", type === "n" && Number(button.dataset.place) === place ? "true" : "false");
		this.fillDetails();
	}

	sourcesOf(thing) {
		const list = element("ul", { class: "sources" }, ...thing.s.map((source) =>
			element("li", null, element("code", null, source))));
		if (thing.more)
			list.append(element("li", null, `and ${thing.more} more`));
		return list;
	}

	linkWords(i) {
		const link = this.data.links[i];
		const name = (place) => element("bdi", null, this.data.nodes[place].n);
		const item = element("li", null, name(link.f), ` ${link.w} `, name(link.o),
			link.d ? `, ${link.d}` : "", link.p === undefined ? " " : `, confidence ${link.p} `);
		for (const source of link.s)
			item.append(element("code", null, source));
		return item;
	}

	nodeDetails(place) {
		const node = this.data.nodes[place];
		const links = this.linksOf[place];
		const parts = [
			element("h4", null, element("bdi", null, node.n)),
			element("p", null, `${this.data.kinds[node.k].name}, `, element("code", null, node.i),
				node.t ? ", of the target" : "", node.r ? `, rank ${node.r}` : ""),
		];
		if (node.card)
			parts.push(element("p", null, element("a", { href: "#card-" + node.card }, "Its card")));
		parts.push(element("h5", null, "Described in"),
			node.s.length > 0 ? this.sourcesOf(node) : element("p", null, "no record of its own; others refer to it"));
		parts.push(element("h5", null, `${grouped(links.length)} ${links.length === 1 ? "link" : "links"}`));
		const list = element("ul", null, ...links.slice(0, MOST_LINKS_TOLD).map((i) => this.linkWords(i)));
		if (links.length > MOST_LINKS_TOLD)
			list.append(element("li", null, `and ${links.length - MOST_LINKS_TOLD} more`));
		parts.push(list);
		return parts;
	}

	linkDetails(place) {
		const bundle = this.bundles[place];
		const name = this.data.classes[this.data.links[bundle[0]].c].name;
		return [
			element("h4", null, bundle.length === 1 ? `A link of ${name}` : `${bundle.length} links of ${name}`),
			element("ul", null, ...bundle.slice(0, MOST_LINKS_TOLD).map((i) => this.linkWords(i))),
		];
	}

	fillDetails() {
		const panel = byId("network-details");
		if (!this.chosen) {
			panel.replaceChildren(element("p", null,
				"Choose a party or a link, in the drawing or in the list below it, to see who says so."));
			return;
		}
		panel.replaceChildren(...(this.chosen.type === "n" ? this.nodeDetails(this.chosen.place)
			: this.linkDetails(this.chosen.place)));
		panel.scrollTop = 0;
	}
}
