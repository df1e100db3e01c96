/* many.js: a network of thousands of lines, moved as a picture and painted anew when it rests
 *
 * Cytoscape.js looks through the styles of all that is drawn whenever the mouse moves, which takes a
 * quarter of a second for thousands. Here a movement only moves the picture that was painted last,
 * with what is around it, and a touch is held against plain arrays of numbers. */
"use strict";

const MARGIN = 0.15; /* what is painted beyond each side, of the width and height */
const REST = 180; /* milliseconds without a movement */
const CLICK = 4; /* pixels: what moves less was not moved */
const QUICK = 25; /* milliseconds from painting to the next frame that a movement can bear each time */

class ManyDrawing {
	constructor(container, graph, onChoose) {
		this.container = container;
		this.graph = graph;
		this.onChoose = onChoose;
		this.painter = new Painter(graph);
		this.view = { zoom: 1, x: 0, y: 0 };
		this.painted = null; /* the view of the picture; NULL: it is to be painted anew */
		this.cost = Infinity; /* of the last painting */
		this.chosen = { lines: [], nodes: [], centre: -1 };
		this.lifted = -1; /* the party that is moved */
		this.pointers = new Map();
		this.held = null;
		this.frame = 0;
		this.ground = this.addLayer();
		this.above = this.addLayer();
		this.listen();
		new ResizeObserver(() => this.resize()).observe(container);
		this.resize();
	}

	addLayer() {
		const canvas = element("canvas", { "aria-hidden": "true" });
		canvas.style.position = "absolute";
		canvas.style.transformOrigin = "0 0";
		canvas.style.willChange = "transform"; /* a layer of its own: the page is not painted again */
		this.container.append(canvas);
		return canvas;
	}

	/* Where the picture lies: a part of it beyond each side */
	resize() {
		this.width = this.container.clientWidth;
		this.height = this.container.clientHeight;
		this.sharpness = Math.min(2, devicePixelRatio || 1);
		const fit = (canvas, width, height) => {
			canvas.width = Math.max(1, Math.round(width * this.sharpness));
			canvas.height = Math.max(1, Math.round(height * this.sharpness));
			canvas.style.width = width + "px";
			canvas.style.height = height + "px";
		};
		this.margin = { x: Math.round(MARGIN * this.width), y: Math.round(MARGIN * this.height) };
		fit(this.ground, this.width + 2 * this.margin.x, this.height + 2 * this.margin.y);
		fit(this.above, this.width, this.height);
		this.repaint();
	}

	/* ---- painting ---- */

	repaint() {
		this.painted = null;
		this.request();
	}

	request() {
		if (this.frame === 0)
			this.frame = requestAnimationFrame(() => this.onFrame());
	}

	onFrame() {
		this.frame = 0;
		const isMoved = this.painted && (this.painted.zoom !== this.view.zoom
			|| this.painted.x !== this.view.x || this.painted.y !== this.view.y);
		if (!this.painted || (isMoved && (this.cost < QUICK || this.isBare())))
			this.paintGround();
		else if (isMoved)
			this.waitForRest();
		this.placeGround();
		this.paintAbove();
	}

	contextOf(canvas) {
		const context = canvas.getContext("2d");
		context.setTransform(this.sharpness, 0, 0, this.sharpness, 0, 0);
		context.clearRect(0, 0, canvas.width, canvas.height);
		return context;
	}

	paintGround() {
		const start = performance.now();
		clearTimeout(this.waiting);
		this.painted = { ...this.view };
		this.painter.paint(this.contextOf(this.ground), {
			zoom: this.view.zoom, x: this.view.x + this.margin.x, y: this.view.y + this.margin.y,
			width: this.width + 2 * this.margin.x, height: this.height + 2 * this.margin.y,
		}, this.lifted);
		/* What was told to a canvas is done after this, before the next frame */
		this.end = Infinity;
		requestAnimationFrame(() => {
			this.end = performance.now();
			this.cost = this.end - start;
		});
	}

	/* From the picture's view to the present one */
	groundNow() {
		const scale = this.view.zoom / this.painted.zoom;
		return { scale, x: this.view.x - scale * (this.painted.x + this.margin.x),
			y: this.view.y - scale * (this.painted.y + this.margin.y) };
	}

	placeGround() {
		const { scale, x, y } = this.groundNow();
		this.ground.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
	}

	/* A movement past the picture's edge, or far into it, is painted while it goes on, but not all
	 * the time */
	isBare() {
		const { scale, x, y } = this.groundNow();
		const isPast = x > 0 || y > 0 || x + scale * (this.width + 2 * this.margin.x) < this.width
			|| y + scale * (this.height + 2 * this.margin.y) < this.height || scale > 2;
		return isPast && performance.now() - this.end > 100 + 4 * this.cost;
	}

	waitForRest() {
		clearTimeout(this.waiting);
		this.waiting = setTimeout(() => this.repaint(), REST);
	}

	screen() {
		return { ...this.view, width: this.width, height: this.height };
	}

	paintAbove() {
		const { lines, nodes, centre } = this.chosen;
		const isEmpty = nodes.length === 0 && this.lifted < 0;
		if (isEmpty && this.isAboveEmpty)
			return;
		this.isAboveEmpty = isEmpty;
		const context = this.contextOf(this.above);
		this.painter.paintChosen(context, this.screen(), lines, nodes, centre);
		if (this.lifted >= 0)
			this.painter.paintChosen(context, this.screen(), this.linesOf(this.lifted), [this.lifted], this.lifted);
	}

	recolour() {
		this.painter.recolour();
		this.repaint();
	}

	/* ---- what is shown and chosen ---- */

	show(states) {
		this.painter.states = states;
		this.repaint();
	}

	linesOf(place) {
		const lines = [];
		this.painter.leads.forEach(({ f, o }, i) => {
			if (f === place || o === place)
				lines.push(i);
		});
		return lines;
	}

	choose(type, place, isCentred) {
		const lines = type === "n" ? this.linesOf(place) : type === "l" ? [place] : [];
		const ends = lines.flatMap((line) => [this.painter.leads[line].f, this.painter.leads[line].o]);
		const centre = type === "n" ? place : -1;
		this.chosen = { lines, nodes: [...new Set(ends.concat(centre >= 0 ? [centre] : []))], centre };
		if (isCentred && type === "n")
			this.goTo(place);
		this.request();
	}

	/* ---- how it is looked at ---- */

	setView(zoom, x, y) {
		this.view = { zoom, x, y };
		this.request();
	}

	showAll() {
		const places = this.graph.nodes.map((_, i) => this.placeOf(i))
			.filter((_, i) => this.painter.states.nodes[i] !== "gone");
		if (places.length === 0)
			return;
		this.going = null;
		this.view = viewOfAll(places, this.width, this.height);
		this.view.zoom = Math.max(LEAST_ZOOM, this.view.zoom);
		this.repaint();
	}

	panBy(x, y) {
		this.going = null;
		this.setView(this.view.zoom, this.view.x + x, this.view.y + y);
	}

	zoomAt(x, y, factor) {
		const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, this.view.zoom * factor));
		const scale = zoom / this.view.zoom;
		this.setView(zoom, x - scale * (x - this.view.x), y - scale * (y - this.view.y));
	}

	zoomBy(factor) {
		this.going = null;
		this.zoomAt(this.width / 2, this.height / 2, factor);
	}

	/* In a quarter of a second, so that one sees from where */
	goTo(place) {
		const from = { ...this.view }, start = performance.now(), zoom = Math.max(from.zoom, 0.9);
		const { x, y } = this.placeOf(place);
		const to = { zoom, x: this.width / 2 - zoom * x, y: this.height / 2 - zoom * y };
		const going = this.going = {};
		const step = () => {
			const part = isStill() ? 1 : Math.min(1, (performance.now() - start) / 250);
			if (this.going !== going)
				return;
			const between = (key) => (1 - part) * from[key] + part * to[key];
			this.setView(between("zoom"), between("x"), between("y"));
			if (part < 1)
				requestAnimationFrame(step);
		};
		step();
	}

	placeOf(i) {
		return { x: this.painter.x[i], y: this.painter.y[i] };
	}

	screenPlaceOf(i) {
		const { zoom, x, y } = this.view;
		return { x: this.painter.x[i] * zoom + x, y: this.painter.y[i] * zoom + y };
	}

	/* ---- mouse and fingers ---- */

	listen() {
		this.above.style.touchAction = "none";
		this.above.addEventListener("pointerdown", (event) => this.onDown(event));
		this.above.addEventListener("pointermove", (event) => this.onMove(event));
		for (const name of ["pointerup", "pointercancel"])
			this.above.addEventListener(name, (event) => this.onUp(event, name === "pointerup"));
		this.above.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
	}

	pointOf(event) {
		const box = this.container.getBoundingClientRect();
		return { x: event.clientX - box.left, y: event.clientY - box.top };
	}

	slackOf(event) {
		return event.pointerType === "touch" ? 14 : 4;
	}

	onDown(event) {
		if (event.button !== 0)
			return;
		const point = this.pointOf(event);
		this.going = null;
		this.above.setPointerCapture(event.pointerId);
		this.pointers.set(event.pointerId, point);
		this.held = this.pointers.size > 1 ? null : { start: point, isMoved: false,
			place: this.painter.nodeAt(point.x, point.y, this.view, this.slackOf(event)) };
	}

	onMove(event) {
		if (this.pointers.has(event.pointerId) && event.pointerType === "mouse" && event.buttons === 0)
			this.onUp(event, false); /* let go where nobody heard it */
		const before = this.pointers.get(event.pointerId), now = this.pointOf(event);
		if (!before) {
			const isOver = this.painter.nodeAt(now.x, now.y, this.view, 4) >= 0
				|| this.painter.lineAt(now.x, now.y, this.view, 4) >= 0;
			this.above.style.cursor = isOver ? "pointer" : "grab";
			return;
		}
		if (this.pointers.size === 2)
			this.pinch(event.pointerId, before, now);
		else if (this.held && !this.held.isMoved
			&& Math.hypot(now.x - this.held.start.x, now.y - this.held.start.y) < CLICK)
			return;
		else if (this.held)
			this.drag(before, now);
		this.pointers.set(event.pointerId, now);
	}

	drag(before, now) {
		const { held } = this;
		const x = now.x - before.x, y = now.y - before.y;
		if (held.place < 0) {
			this.panBy(x, y);
		} else {
			if (!held.isMoved) {
				this.lifted = held.place;
				this.repaint();
			}
			this.painter.x[held.place] += x / this.view.zoom;
			this.painter.y[held.place] += y / this.view.zoom;
			this.request();
		}
		held.isMoved = true;
	}

	pinch(id, before, now) {
		const [other] = [...this.pointers].filter(([one]) => one !== id).map(([, point]) => point);
		const away = (point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
		this.zoomAt((before.x + other.x) / 2, (before.y + other.y) / 2, away(now) / away(before));
		this.panBy((now.x - before.x) / 2, (now.y - before.y) / 2);
	}

	onUp(event, isDone) {
		const { held } = this;
		this.pointers.delete(event.pointerId);
		this.held = null;
		if (this.lifted >= 0) {
			this.lifted = -1;
			this.repaint();
		} else if (held && isDone && !held.isMoved) {
			this.tap(held, this.slackOf(event));
		}
	}

	tap({ start, place }, slack) {
		const line = place >= 0 ? -1 : this.painter.lineAt(start.x, start.y, this.view, slack);
		if (place >= 0)
			this.onChoose("n", place);
		else if (line >= 0)
			this.onChoose("l", line);
		else
			this.onChoose(null, 0);
	}

	onWheel(event) {
		const { x, y } = this.pointOf(event);
		const lines = event.deltaMode === 1 ? 20 : 1;
		event.preventDefault();
		this.going = null;
		this.zoomAt(x, y, Math.exp(-0.0015 * lines * Math.max(-400, Math.min(400, event.deltaY))));
	}
}
