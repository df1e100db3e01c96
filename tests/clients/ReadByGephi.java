// tests/clients/ReadByGephi.java: what Gephi's own importer makes of each file named, as a line of JSON
import java.io.File;
import java.util.StringJoiner;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class ReadByGephi {
	static String quote(Object value) {
		StringBuilder text = new StringBuilder("\"");

		for (char c : String.valueOf(value).toCharArray())
			if (c == '"' || c == '\\')
				text.append('\\').append(c);
			else if (c < 0x20 || c > 0x7e)
				text.append(String.format("\\u%04x", (int) c));
			else
				text.append(c);
		return text.append('"').toString();
	}

	static String object(StringJoiner members) {
		return "{" + members + "}";
	}

	static String columns(Table table) {
		StringJoiner types = new StringJoiner(",");

		for (Column column : table)
			types.add(quote(column.getTitle()) + ":" + quote(column.getTypeClass().getSimpleName()));
		return object(types);
	}

	static String values(Element element, Table table) {
		StringJoiner values = new StringJoiner(",");

		for (Column column : table)
			if (column.getTypeClass() != org.gephi.graph.api.types.IntervalSet.class
					&& element.getAttribute(column) != null)
				values.add(quote(column.getTitle()) + ":" + quote(element.getAttribute(column)));
		return object(values);
	}

	static String interval(Element element) {
		StringJoiner ends = new StringJoiner(",", "[", "]");
		Interval bounds = element.getTimeBounds();

		if (bounds != null)
			ends.add(quote(bounds.getLow())).add(quote(bounds.getHigh()));
		return ends.toString();
	}

	static String look(Element element, float red, float green, float blue) {
		return String.format(java.util.Locale.ROOT, "[%d,%d,%d]", Math.round(255 * red),
				Math.round(255 * green), Math.round(255 * blue));
	}

	static String node(Node node, Table table) {
		StringJoiner text = new StringJoiner(",");

		text.add("\"label\":" + quote(node.getLabel()));
		text.add("\"color\":" + look(node, node.r(), node.g(), node.b()));
		text.add("\"place\":[" + node.x() + "," + node.y() + "]").add("\"size\":" + node.size());
		text.add("\"interval\":" + interval(node)).add("\"values\":" + values(node, table));
		return object(text);
	}

	static String edge(Edge edge, Table table) {
		StringJoiner text = new StringJoiner(",");

		text.add("\"from\":" + quote(edge.getSource().getId()));
		text.add("\"to\":" + quote(edge.getTarget().getId()));
		text.add("\"weight\":" + edge.getWeight()).add("\"label\":" + quote(edge.getLabel()));
		text.add("\"directed\":" + edge.isDirected());
		text.add("\"interval\":" + interval(edge)).add("\"values\":" + values(edge, table));
		return object(text);
	}

	static String read(File file) throws Exception {
		ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
		ImportController imports = Lookup.getDefault().lookup(ImportController.class);
		StringJoiner nodes = new StringJoiner(","), edges = new StringJoiner(",");
		StringJoiner issues = new StringJoiner(",", "[", "]");
		GraphModel model;

		projects.newProject();
		Container container = imports.importFile(file);
		container.getLoader().setAutoScale(false);
		// GEXF as a user opens it, who changes nothing in the window of the import; GraphML has
		// no types of edges
		if (!file.getName().endsWith(".gexf"))
			container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
		for (java.util.Iterator<Issue> i = container.getReport().getIssues(100); i.hasNext();)
			issues.add(quote(i.next().getMessage()));
		imports.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
		model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
		for (Node node : model.getGraph().getNodes())
			nodes.add(quote(node.getId()) + ":" + node(node, model.getNodeTable()));
		for (Edge edge : model.getGraph().getEdges())
			edges.add(quote(edge.getId()) + ":" + edge(edge, model.getEdgeTable()));
		return "{\"issues\":" + issues + ",\"format\":" + quote(model.getTimeFormat())
				+ ",\"node_columns\":" + columns(model.getNodeTable())
				+ ",\"edge_columns\":" + columns(model.getEdgeTable())
				+ ",\"nodes\":" + object(nodes) + ",\"edges\":" + object(edges) + "}";
	}

	public static void main(String[] paths) throws Exception {
		for (String path : paths)
			System.out.println(read(new File(path)));
	}
}
