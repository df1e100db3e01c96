/* network.js: the network that is searched, filtered, dragged and asked for its sources */
"use strict";

/* Cytoscape.js draws up to so many lines; more are painted by our own hand (many.js) */
const MANY_LINES = 1500;
const MOST_LISTED = 60;
const MOST_LINKS_TOLD = 40;

class Network {
	constructor(data) {
		this.data = data;
		this.graph = new Graph(data);
		this.kinds = new Set(data.nodes.map((node) => node.k));
		this.hiddenKinds = new Set();
		this.day = null;
		this.text = "";
		this.onlyAround = false;
		this.chosen = null;
	}

	start() {
		const Drawing = this.graph.bundles.length > MANY_LINES ? ManyDrawing : FewDrawing;
		this.drawing = new Drawing(byId("network-graph"), this.graph, (type, place) => this.choose(type, place));
		this.listen();
		this.fillKinds();
		this.fillDays();
		this.update();
		this.drawing.showAll();
		darkness.addEventListener("change", () => this.recolour());
	}

	recolour() {
		this.drawing.recolour();
		byId("network-kinds").querySelectorAll("path").forEach((path) =>
			path.setAttribute("fill", fitted(path.dataset.colour)));
	}

	/* -- controls -- */

	listen() {
		byId("network-search").addEventListener("input", (event) => {
			this.text = event.target.value.trim().toLocaleLowerCase("en");
			this.update();
		});
		byId("network-search").addEventListener("keydown", (event) => {
			if (event.key === "Enter" && this.found.length > 0)
				this.choose("n", this.found[0], true);
		});
		byId("network-fit").addEventListener("click", () => this.drawing.showAll());
		byId("network-in").addEventListener("click", () => this.drawing.zoomBy(1.4));
		byId("network-out").addEventListener("click", () => this.drawing.zoomBy(1 / 1.4));
		byId("network-around").addEventListener("click", () => {
			this.onlyAround = !this.onlyAround;
			byId("network-around").setAttribute("aria-pressed", String(this.onlyAround));
			this.update();
			this.drawing.showAll();
		});
		byId("network-graph").addEventListener("keydown", (event) => this.onKey(event));
	}

	onKey(event) {
		const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
		if (steps[event.key])
			this.drawing.panBy(...steps[event.key]);
		else if (event.key === "+" || event.key === "=")
			this.drawing.zoomBy(1.4);
		else if (event.key === "-")
			this.drawing.zoomBy(1 / 1.4);
		else if (event.key === "0")
			this.drawing.showAll();
		else if (event.key === "Escape")
			this.choose(null, 0);
		else
			return;
		event.preventDefault();
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
				swatch(this.data.kinds[k]), `${this.data.kinds[k].name} (${grouped(count)})`));
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

	update() {
		const centre = this.onlyAround && this.chosen && this.chosen.type === "n" ? this.chosen.place : -1;
		const { hiddenKinds, day, text } = this;
		const selected = this.graph.select({ hiddenKinds, day, text, centre });
		this.found = selected.found;
		this.drawing.show(this.graph.statesOf(selected));
		this.tell(selected.isShown, selected.linkShown);
		this.fillList();
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
		const list = byId("network-list"), held = document.activeElement;
		const place = list.contains(held) ? held.dataset.place : undefined;
		list.replaceChildren(...items);
		if (place !== undefined)
			(list.querySelector(`[data-place="${place}"]`) || list.querySelector("button"))?.focus();
	}

	/* -- what is chosen -- */

	choose(type, place, isCentred) {
		this.chosen = type === null ? null : { type, place };
		const around = byId("network-around");
		around.disabled = type !== "n";
		if (type !== "n")
			this.onlyAround = false;
		this.drawing.choose(type, place, isCentred);
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
		const links = this.graph.linksOf[place];
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
		const bundle = this.graph.bundles[place];
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
