/* few.js: a network of some hundred lines, drawn by Cytoscape.js */
"use strict";

class FewDrawing {
	constructor(container, graph, onChoose) {
		this.graph = graph;
		this.onChoose = onChoose;
		this.cytoscape = cytoscape({
			container,
			elements: this.dupElements(),
			layout: { name: "preset", fit: false },
			style: this.dupStyles(),
			minZoom: LEAST_ZOOM, maxZoom: MOST_ZOOM,
			boxSelectionEnabled: false, selectionType: "single",
		});
		this.nodes = this.cytoscape.nodes().toArray();
		this.lines = this.cytoscape.edges().toArray();
		this.states = { nodes: this.nodes.map(() => ""), lines: this.lines.map(() => "") };
		this.listen();
	}

	/* ---- how it looks ---- */

	/* What nodes and links share stands in classes of style: values of their own would be read one
	 * by one, which is slow */
	dupSharedStyles() {
		const shapes = { disc: "ellipse", square: "rectangle", triangle: "triangle", diamond: "diamond" };
		return [
			...this.graph.kinds.map((kind, i) => ({ selector: ".kind-" + i, style: {
				"background-color": fitted(kind.colour), "shape": shapes[kind.shape] } })),
			...this.graph.classes.map((one, i) => ({ selector: ".class-" + i, style: {
				"line-color": fitted(one.colour), "target-arrow-color": fitted(one.colour) } })),
			...[...Array(N_SIZES).keys()].map((i) => ({ selector: ".size-" + i, style: {
				"width": sizeOfClass(i), "height": sizeOfClass(i) } })),
		];
	}

	dupStyles() {
		const ink = colourOf("--ink"), ground = colourOf("--ground"), accent = colourOf("--accent");
		return [
			{ selector: "node", style: {
				"width": 11, "height": 11, "label": "data(label)", "font-size": 11,
				"color": ink, "text-outline-color": ground, "text-outline-width": 2,
				"text-valign": "bottom", "text-margin-y": 3, "min-zoomed-font-size": 7,
				"border-width": 1, "border-color": colourOf("--strong-line"),
				"text-wrap": "ellipsis", "text-max-width": 150 } },
			{ selector: "edge", style: {
				"width": 1.4, "opacity": 0.75, "curve-style": "bezier",
				"target-arrow-shape": "triangle", "arrow-scale": 0.8 } },
			...this.dupSharedStyles(),
			{ selector: ".target", style: { "width": 22, "height": 22, "border-width": 4, "border-color": colourOf("--warn") } },
			{ selector: ".unsure", style: { "line-style": "dashed" } },
			{ selector: ".main", style: { "label": "data(label)", "min-zoomed-font-size": 0, "z-index": 5 } },
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

	classesOf(node, isMain) {
		const classes = ["kind-" + node.k];
		if (node.v)
			classes.push("size-" + sizeClassOf(node));
		if (node.t)
			classes.push("target");
		if (isMain)
			classes.push("main");
		return classes;
	}

	dupElements() {
		const main = new Set(this.graph.main);
		const nodes = this.graph.nodes.map((node, i) => ({
			group: "nodes", classes: this.classesOf(node, main.has(i)),
			data: { id: "n" + i, place: i, label: node.n },
			position: { x: node.x, y: node.y },
		}));
		const lines = this.graph.bundles.map((_, i) => {
			const link = this.graph.lead(i);
			return {
				group: "edges", classes: ["class-" + link.c].concat(this.graph.isSure(i) ? [] : ["unsure"]),
				data: { id: "l" + i, place: i, source: "n" + link.f, target: "n" + link.o },
			};
		});
		return nodes.concat(lines);
	}

	recolour() {
		this.cytoscape.style(this.dupStyles());
	}

	/* The names that are always there have one size, however far away they are; of two that would
	 * lie on each other the one of the better rank stays */
	sizeNames() {
		const zoom = this.cytoscape.zoom();
		const size = NAME_SIZE / Math.min(1, zoom);
		const taken = [];
		this.cytoscape.batch(() => {
			for (const node of this.graph.main.map((i) => this.nodes[i])) {
				const place = node.renderedPosition();
				const half = Math.min(node.data("label").length, 24) * NAME_SIZE * 0.3;
				const top = place.y + node.renderedHeight() / 2;
				const box = [place.x - half, top, place.x + half, top + 1.3 * NAME_SIZE];
				const isFree = hasRoom(taken, box);
				if (isFree)
					taken.push(box);
				node.style({ "font-size": size, "text-outline-width": size / 6,
					"text-max-width": 13 * size, "text-opacity": isFree ? 1 : 0 });
			}
		});
	}

	/* ---- what it is told ---- */

	listen() {
		this.cytoscape.on("tap", "node", (event) => this.onChoose("n", event.target.data("place")));
		this.cytoscape.on("tap", "edge", (event) => this.onChoose("l", event.target.data("place")));
		this.cytoscape.on("tap", (event) => {
			if (event.target === this.cytoscape)
				this.onChoose(null, 0);
		});
		let waiting = 0;
		this.cytoscape.on("zoom", () => {
			clearTimeout(waiting);
			waiting = setTimeout(() => this.sizeNames(), 120);
		});
		this.cytoscape.on("free", () => this.sizeNames());
	}

	/* Only what changes is touched, for that is what takes time */
	paint(drawn, before, states) {
		states.forEach((state, i) => {
			if (before[i] === state)
				return;
			for (const word of ["gone", "faded", "found"])
				drawn[i].toggleClass(word, state === word);
		});
	}

	show(states) {
		this.cytoscape.batch(() => {
			this.paint(this.nodes, this.states.nodes, states.nodes);
			this.paint(this.lines, this.states.lines, states.lines);
		});
		this.states = states;
	}

	choose(type, place, isCentred) {
		this.cytoscape.elements(":selected").unselect();
		this.cytoscape.edges(".near").removeClass("near");
		if (type === null)
			return;
		const drawn = (type === "n" ? this.nodes : this.lines)[place];
		drawn.select();
		if (type === "n")
			drawn.connectedEdges().addClass("near");
		if (isCentred)
			this.cytoscape.animate({ center: { eles: drawn }, zoom: Math.max(this.cytoscape.zoom(), 0.9) },
				{ duration: isStill() ? 0 : 250 });
	}

	/* ---- how it is looked at ---- */

	/* By the places alone: names need not be measured */
	showAll() {
		const places = this.nodes.filter((_, i) => this.states.nodes[i] !== "gone").map((node) => node.position());
		if (places.length === 0)
			return;
		const { zoom, x, y } = viewOfAll(places, this.cytoscape.width(), this.cytoscape.height());
		this.cytoscape.viewport({ zoom, pan: { x, y } });
		this.sizeNames();
	}

	zoomBy(factor) {
		this.cytoscape.zoom({
			level: this.cytoscape.zoom() * factor,
			renderedPosition: { x: this.cytoscape.width() / 2, y: this.cytoscape.height() / 2 },
		});
	}

	panBy(x, y) {
		this.cytoscape.panBy({ x, y });
	}

	placeOf(i) {
		return this.nodes[i].position();
	}

	screenPlaceOf(i) {
		return this.nodes[i].renderedPosition();
	}
}
