/* looks.js: colours, sizes and signs of the network, however it is drawn */
"use strict";

const NAME_SIZE = 12;
const N_SIZES = 11;
const LEAST_ZOOM = 0.02, MOST_ZOOM = 4;

const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const darkness = matchMedia("(prefers-color-scheme: dark)");
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

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

/* One of few sizes, by the score; across, where a link is 80 long */
const sizeClassOf = (node) => Math.round(node.v * (N_SIZES - 1));
const sizeOfClass = (i) => 14 + 26 * i / (N_SIZES - 1);
const sizeOf = (node) => node.t ? 22 : node.v ? sizeOfClass(sizeClassOf(node)) : 11;

/* What is seen of these places, with a margin, no nearer than twice */
function viewOfAll(places, width, height) {
	const margin = 40;
	const bounds = (key) => places.reduce(([low, high], place) =>
		[Math.min(low, place[key]), Math.max(high, place[key])], [Infinity, -Infinity]);
	const [left, right] = bounds("x"), [top, bottom] = bounds("y");
	const zoom = Math.min(2, (width - 2 * margin) / Math.max(right - left, 1),
		(height - 2 * margin) / Math.max(bottom - top, 1));
	return { zoom, x: width / 2 - zoom * (left + right) / 2, y: height / 2 - zoom * (top + bottom) / 2 };
}

/* A sign as it is drawn, for the legend */
function swatch(kind) {
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

/* Boxes of names: whether one more has room beside those that are taken */
function hasRoom(taken, box) {
	return taken.every((other) => box[0] > other[2] || box[2] < other[0] || box[1] > other[3] || box[3] < other[1]);
}
