/* painter.js: thousands of lines and signs on a canvas
 *
 * What looks alike is one path, for a stroke costs more than what is on it. Places are those of the
 * network, and a view leads from them to the canvas. */
"use strict";

const NEAR_ZOOM = 0.6; /* from here on all have names, where there is room */
const MOST_NAMES = 160;
const MOST_BROAD = 600; /* lines in sight: of more each is a pixel wide and bare, which is five times as fast */
const LINES_A_PATH = 64; /* a path of more is slower, for all of it is sorted by height */
const APART = 4; /* lines between the same two */

class Painter {
	constructor(graph) {
		this.graph = graph;
		this.x = Float64Array.from(graph.nodes, (node) => node.x);
		this.y = Float64Array.from(graph.nodes, (node) => node.y);
		this.size = Float64Array.from(graph.nodes, sizeOf);
		this.leads = graph.bundles.map((_, i) => graph.lead(i));
		this.aside = this.dupAside();
		this.groups = this.dupGroups();
		this.states = { nodes: graph.nodes.map(() => ""), lines: this.leads.map(() => "") };
		this.recolour();
	}

	/* How far each line is beside the straight one */
	dupAside() {
		const pairs = new Map();
		this.leads.forEach(({ f, o }, i) => {
			const key = f < o ? `${f} ${o}` : `${o} ${f}`;
			pairs.set(key, (pairs.get(key) || []).concat(i));
		});
		const aside = new Float64Array(this.leads.length);
		for (const lines of pairs.values())
			lines.forEach((line, k) => {
				const way = this.leads[line].f < this.leads[line].o ? 1 : -1;
				aside[line] = way * APART * (k - (lines.length - 1) / 2);
			});
		return aside;
	}

	/* Lines of one colour and one style */
	dupGroups() {
		const groups = new Map();
		this.leads.forEach((link, i) => {
			const isSure = this.graph.isSure(i);
			const key = `${link.c} ${isSure}`;
			if (!groups.has(key))
				groups.set(key, { class: link.c, isSure, lines: [] });
			groups.get(key).lines.push(i);
		});
		return [...groups.values()];
	}

	recolour() {
		const { graph } = this;
		this.ink = colourOf("--ink");
		this.paper = colourOf("--ground");
		this.accent = colourOf("--accent");
		this.warn = colourOf("--warn");
		this.kindColours = graph.kinds.map((kind) => fitted(kind.colour));
		this.classColours = graph.classes.map((one) => fitted(one.colour));
		this.family = getComputedStyle(document.body).fontFamily;
	}

	/* Half of what it is across, in pixels; those that matter are seen from afar too */
	radius(i, view) {
		const { t, card } = this.graph.nodes[i];
		return Math.max(this.size[i] * view.zoom / 2, t || card ? 4 : 1.3);
	}

	/* ---- lines ---- */

	endsOf(line, view) {
		const { f, o } = this.leads[line];
		let x1 = this.x[f] * view.zoom + view.x, y1 = this.y[f] * view.zoom + view.y;
		let x2 = this.x[o] * view.zoom + view.x, y2 = this.y[o] * view.zoom + view.y;
		const aside = this.aside[line] * view.zoom;
		if (aside !== 0) {
			const length = Math.hypot(x2 - x1, y2 - y1) || 1;
			const dx = aside * (y1 - y2) / length, dy = aside * (x2 - x1) / length;
			x1 += dx; x2 += dx; y1 += dy; y2 += dy;
		}
		return [x1, y1, x2, y2];
	}

	isOutside([x1, y1, x2, y2], { width, height }) {
		return Math.max(x1, x2) < 0 || Math.min(x1, x2) > width || Math.max(y1, y2) < 0 || Math.min(y1, y2) > height;
	}

	arrow(path, [x1, y1, x2, y2], line, view) {
		const length = Math.hypot(x2 - x1, y2 - y1) || 1;
		const dx = (x2 - x1) / length, dy = (y2 - y1) / length;
		const back = this.radius(this.leads[line].o, view), size = 7 * Math.min(1.5, view.zoom);
		const x = x2 - dx * back, y = y2 - dy * back;
		path.moveTo(x, y);
		path.lineTo(x - size * dx - size * dy / 2, y - size * dy + size * dx / 2);
		path.lineTo(x - size * dx + size * dy / 2, y - size * dy - size * dx / 2);
		path.closePath();
	}

	/* Those of @lines that are @state, a path at a time */
	strokeLines(context, lines, view, state, isLifted, hasArrows) {
		let path = new Path2D(), arrows = new Path2D(), n = 0;
		const flush = () => {
			context.stroke(path);
			if (hasArrows)
				context.fill(arrows);
			path = new Path2D();
			arrows = new Path2D();
			n = 0;
		};
		for (const line of lines) {
			if (this.states.lines[line] !== state || (isLifted && isLifted(line)))
				continue;
			const ends = this.endsOf(line, view);
			if (this.isOutside(ends, view))
				continue;
			path.moveTo(ends[0], ends[1]);
			path.lineTo(ends[2], ends[3]);
			if (hasArrows)
				this.arrow(arrows, ends, line, view);
			if (++n === LINES_A_PATH)
				flush();
		}
		flush();
	}

	countSeenLines(view) {
		let n = 0;
		for (let line = 0; line < this.leads.length; line++)
			n += this.states.lines[line] !== "gone" && !this.isOutside(this.endsOf(line, view), view);
		return n;
	}

	paintLines(context, view, isLifted) {
		const isNear = view.zoom >= NEAR_ZOOM;
		const isBroad = isNear && this.countSeenLines(view) <= MOST_BROAD;
		context.lineWidth = isBroad ? Math.min(2.5, 1.4 * view.zoom) : 1;
		for (const [state, opacity] of [["faded", 0.12], ["", 0.75]])
			for (const group of this.groups) {
				context.globalAlpha = isNear ? opacity : opacity * Math.max(0.35, view.zoom / NEAR_ZOOM);
				context.strokeStyle = context.fillStyle = this.classColours[group.class];
				context.setLineDash(!group.isSure && isBroad ? [6, 4] : []);
				this.strokeLines(context, group.lines, view, state, isLifted, isBroad);
			}
		context.setLineDash([]);
		context.globalAlpha = 1;
	}

	/* ---- signs ---- */

	sign(path, shape, x, y, r) {
		if (shape === "square" || r < 2) {
			path.rect(x - r, y - r, 2 * r, 2 * r);
		} else if (shape === "disc") {
			path.moveTo(x + r, y);
			path.arc(x, y, r, 0, 2 * Math.PI);
		} else {
			const corners = shape === "triangle" ? [[0, -1], [1, 0.9], [-1, 0.9]] : [[0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]];
			corners.forEach(([dx, dy], k) => path[k === 0 ? "moveTo" : "lineTo"](x + r * dx, y + r * dy));
			path.closePath();
		}
	}

	/* Signs of @nodes, in the colour of their kinds */
	fillSigns(context, nodes, view) {
		const paths = this.kindColours.map(() => new Path2D());
		for (const i of nodes) {
			const kind = this.graph.nodes[i].k;
			this.sign(paths[kind], this.graph.kinds[kind].shape, this.x[i] * view.zoom + view.x,
				this.y[i] * view.zoom + view.y, this.radius(i, view));
		}
		paths.forEach((path, kind) => {
			context.fillStyle = this.kindColours[kind];
			context.fill(path);
		});
	}

	strokeSigns(context, nodes, view, colour, width) {
		const path = new Path2D();
		for (const i of nodes)
			this.sign(path, this.graph.kinds[this.graph.nodes[i].k].shape, this.x[i] * view.zoom + view.x,
				this.y[i] * view.zoom + view.y, this.radius(i, view));
		context.strokeStyle = colour;
		context.lineWidth = width;
		context.stroke(path);
	}

	isSeen(i, view) {
		const x = this.x[i] * view.zoom + view.x, y = this.y[i] * view.zoom + view.y, r = this.radius(i, view);
		return x > -r && x < view.width + r && y > -r && y < view.height + r;
	}

	paintSigns(context, view, seen) {
		const of = (state) => seen.filter((i) => this.states.nodes[i] === state);
		const found = of("found"), plain = of("");
		context.globalAlpha = 0.12;
		this.fillSigns(context, of("faded"), view);
		context.globalAlpha = 1;
		this.fillSigns(context, plain, view);
		this.fillSigns(context, found, view);
		this.strokeSigns(context, plain.concat(found).filter((i) => this.graph.nodes[i].t), view, this.warn, 2);
		this.strokeSigns(context, found, view, this.accent, 3);
	}

	/* ---- names ---- */

	name(context, i, view, isBold) {
		const words = [...this.graph.nodes[i].n];
		const text = words.length > 28 ? words.slice(0, 27).join("") + "\u2026" : words.join("");
		const x = this.x[i] * view.zoom + view.x;
		const y = this.y[i] * view.zoom + view.y + this.radius(i, view) + 3;
		context.font = `${isBold ? "bold " : ""}${NAME_SIZE}px ${this.family}`;
		return { text, x, y, half: context.measureText(text).width / 2 };
	}

	writeName(context, { text, x, y }) {
		context.textAlign = "center";
		context.textBaseline = "top";
		context.lineJoin = "round";
		context.lineWidth = 3;
		context.strokeStyle = this.paper;
		context.strokeText(text, x, y);
		context.fillStyle = this.ink;
		context.fillText(text, x, y);
	}

	/* Those that are always there by rank, then the found, then, from near, all: where there is room */
	paintNames(context, view, seen) {
		const isOpen = (i) => this.states.nodes[i] === "" || this.states.nodes[i] === "found";
		const wanted = this.graph.main.filter((i) => isOpen(i) && this.isSeen(i, view))
			.concat(seen.filter((i) => this.states.nodes[i] === "found"))
			.concat(view.zoom >= NEAR_ZOOM ? seen.filter(isOpen) : []);
		const taken = [];
		for (const i of new Set(wanted)) {
			if (taken.length === MOST_NAMES)
				return;
			const name = this.name(context, i, view, false);
			const box = [name.x - name.half, name.y, name.x + name.half, name.y + 1.3 * NAME_SIZE];
			if (!hasRoom(taken, box))
				continue;
			taken.push(box);
			this.writeName(context, name);
		}
	}

	/* ---- all ---- */

	/* All but a party that is moved, and its lines */
	paint(context, view, lifted) {
		const isLifted = lifted < 0 ? null : (line) => this.leads[line].f === lifted || this.leads[line].o === lifted;
		const seen = [];
		for (let i = 0; i < this.x.length; i++)
			if (i !== lifted && this.states.nodes[i] !== "gone" && this.isSeen(i, view))
				seen.push(i);
		this.paintLines(context, view, isLifted);
		this.paintSigns(context, view, seen);
		this.paintNames(context, view, seen);
	}

	/* A party with what is next to it, or a line with its ends: above all others */
	paintChosen(context, view, lines, nodes, centre) {
		context.lineWidth = 2.5;
		for (const line of lines) {
			context.strokeStyle = context.fillStyle = centre < 0 ? this.accent : this.classColours[this.leads[line].c];
			if (this.states.lines[line] !== "gone")
				this.strokeLines(context, [line], view, this.states.lines[line], null, view.zoom >= NEAR_ZOOM);
		}
		const open = nodes.filter((i) => this.states.nodes[i] !== "gone");
		this.fillSigns(context, open, view);
		if (centre < 0 || !open.includes(centre))
			return;
		this.strokeSigns(context, [centre], view, this.accent, 4);
		this.writeName(context, this.name(context, centre, view, true));
	}

	/* ---- what is where ---- */

	/* The nearest party within reach of a point of the screen; -1: none */
	nodeAt(x, y, view, slack) {
		let best = -1, least = Infinity;
		for (let i = 0; i < this.x.length; i++) {
			const away = Math.hypot(this.x[i] * view.zoom + view.x - x, this.y[i] * view.zoom + view.y - y)
				- this.radius(i, view);
			if (away < least && away <= slack && this.states.nodes[i] !== "gone") {
				best = i;
				least = away;
			}
		}
		return best;
	}

	lineAt(x, y, view, slack) {
		let best = -1, least = slack;
		for (let line = 0; line < this.leads.length; line++) {
			if (this.states.lines[line] === "gone")
				continue;
			const [x1, y1, x2, y2] = this.endsOf(line, view);
			const dx = x2 - x1, dy = y2 - y1;
			const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
			const away = Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
			if (away < least) {
				best = line;
				least = away;
			}
		}
		return best;
	}
}
