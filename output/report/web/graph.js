/* graph.js: the network as data: what is linked with what, and which of it is shown */
"use strict";

const DAY = 86400000;
const MOST_NAMED = 30; /* of the target, whose names are always there */

/* Links of one class from one party to another are one line */
function bundlesOf(links) {
	const bundles = new Map();
	links.forEach((link, i) => {
		const key = `${link.f} ${link.o} ${link.c}`;
		if (!bundles.has(key))
			bundles.set(key, []);
		bundles.get(key).push(i);
	});
	return [...bundles.values()];
}

class Graph {
	constructor(data) {
		this.nodes = data.nodes;
		this.links = data.links;
		this.kinds = data.kinds;
		this.classes = data.classes;
		this.bundles = bundlesOf(data.links);
		this.texts = data.nodes.map((node) => (node.n + " " + node.i).toLocaleLowerCase("en"));
		this.linksOf = data.nodes.map(() => []);
		data.links.forEach((link, i) => {
			this.linksOf[link.f].push(i);
			if (link.o !== link.f)
				this.linksOf[link.o].push(i);
		});
		this.main = this.findMain();
	}

	rankOf(place) {
		return this.nodes[place].r || Infinity;
	}

	/* The names of a small target and of those with a card are always there: by rank */
	findMain() {
		const areFew = this.nodes.filter((node) => node.t).length <= MOST_NAMED;
		const main = [];
		this.nodes.forEach((node, i) => {
			if (node.card || (node.t && areFew))
				main.push(i);
		});
		return main.sort((a, b) => (this.rankOf(a) === this.rankOf(b) ? a - b : this.rankOf(a) - this.rankOf(b)));
	}

	isSure(line) {
		return this.bundles[line].some((one) => this.links[one].p === undefined);
	}

	/* The first of the links of a line, which tells its ends and its class */
	lead(line) {
		return this.links[this.bundles[line][0]];
	}

	/* ---- what is shown ---- */

	/* Of an unknown day a link may have stood at any time */
	stood(link, day) {
		return day === null
			|| ((link.a === undefined || link.a <= day) && (link.b === undefined || link.b >= day));
	}

	near(centre) {
		const near = new Set([centre]);
		for (const i of this.linksOf[centre])
			near.add(this.links[i].f).add(this.links[i].o);
		return near;
	}

	/* Who is of a shown kind, next to the centre where there is one, and still linked on the day */
	select({ hiddenKinds, day, text, centre }) {
		const near = centre >= 0 ? this.near(centre) : null;
		const isShown = this.nodes.map((node, i) => !hiddenKinds.has(node.k) && (!near || near.has(i)));
		const linkShown = this.links.map((link) => isShown[link.f] && isShown[link.o] && this.stood(link, day));
		if (day !== null) {
			const linked = new Uint8Array(this.nodes.length);
			this.links.forEach((link, i) => {
				if (linkShown[i])
					linked[link.f] = linked[link.o] = 1;
			});
			isShown.forEach((shown, i) => {
				isShown[i] = shown && (linked[i] === 1 || this.linksOf[i].length === 0 || i === centre);
			});
		}
		return { isShown, linkShown, found: this.find(isShown, text), isSearched: text !== "" };
	}

	/* By rank */
	find(isShown, text) {
		const found = [];
		isShown.forEach((shown, i) => {
			if (shown && this.texts[i].includes(text))
				found.push(i);
		});
		return found.sort((a, b) => (this.rankOf(a) === this.rankOf(b) ? a - b : this.rankOf(a) - this.rankOf(b)));
	}

	/* How each party and each line is drawn: "gone", "faded", "found", or "": as it is */
	statesOf(selected) {
		const { isShown, linkShown, isSearched } = selected;
		const isFound = new Uint8Array(this.nodes.length);
		for (const i of selected.found)
			isFound[i] = 1;
		const state = (shown, found, word) => !shown ? "gone" : !isSearched ? "" : found ? word : "faded";
		return {
			nodes: isShown.map((shown, i) => state(shown, isFound[i], "found")),
			lines: this.bundles.map((bundle, i) => {
				const { f, o } = this.lead(i);
				return state(bundle.some((one) => linkShown[one]), isFound[f] || isFound[o], "");
			}),
		};
	}
}
