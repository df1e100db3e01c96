// tests/clients/LoadByNeo4j.java: what a Neo4j has after each way of loading an export, as a line of
// JSON each: by the bulk import into a new database, then by the script into the same one, emptied,
// for two take twice the time to start. SCRIPT NODES LINKS HOME
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.neo4j.cli.AdminTool;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

public class LoadByNeo4j {
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

	// Each value as text, with its type before it
	static String properties(Map<String, Object> all) {
		StringJoiner members = new StringJoiner(",", "{", "}");

		for (Map.Entry<String, Object> one : new TreeMap<>(all).entrySet())
			members.add(quote(one.getKey()) + ":" + quote(
					one.getValue().getClass().getSimpleName() + " " + one.getValue()));
		return members.toString();
	}

	static String labels(Node node) {
		StringJoiner names = new StringJoiner(",", "[", "]");

		for (Label label : node.getLabels())
			names.add(quote(label.name()));
		return names.toString();
	}

	static String read(GraphDatabaseService database) {
		StringJoiner nodes = new StringJoiner(",", "[", "]");
		StringJoiner links = new StringJoiner(",", "[", "]");

		try (Transaction transaction = database.beginTx()) {
			transaction.getAllNodes().forEach(node -> nodes.add("{\"labels\":" + labels(node)
					+ ",\"values\":" + properties(node.getAllProperties()) + "}"));
			for (Relationship link : transaction.getAllRelationships())
				links.add("{\"type\":" + quote(link.getType().name()) + ",\"from\":"
						+ quote(link.getStartNode().getProperty("entity")) + ",\"to\":"
						+ quote(link.getEndNode().getProperty("entity")) + ",\"values\":"
						+ properties(link.getAllProperties()) + "}");
		}
		return "{\"nodes\":" + nodes + ",\"links\":" + links + "}";
	}

	static DatabaseManagementService start(Path home, Path imports) {
		return new DatabaseManagementServiceBuilder(home)
				.setConfig(GraphDatabaseSettings.load_csv_file_url_root, imports)
				.setConfig(GraphDatabaseSettings.csv_legacy_quote_escaping, false)
				.setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20)
				.build();
	}

	static void importInBulk(Path nodes, Path links, Path home) throws Exception {
		Files.createDirectories(home.resolve("conf"));
		Files.createFile(home.resolve("conf").resolve("neo4j.conf"));
		PrintStream said = new PrintStream(home.resolve("said").toFile());
		int code = AdminTool.execute(
				new ExecutionContext(home, home.resolve("conf"), said, said,
						new org.neo4j.io.fs.DefaultFileSystemAbstraction()),
				"database", "import", "full", "neo4j", "--multiline-fields=true",
				"--nodes=" + nodes, "--relationships=" + links);
		said.close();
		if (code != 0)
			throw new Exception(Files.readString(home.resolve("said")));
	}

	static void runScript(GraphDatabaseService database, Path script) throws Exception {
		StringBuilder lines = new StringBuilder();

		for (String line : Files.readAllLines(script))
			if (!line.startsWith("//"))
				lines.append(line).append('\n');
		for (String statement : lines.toString().split(";\n"))
			if (!statement.isBlank())
				database.executeTransactionally(statement);
	}

	public static void main(String[] words) throws Exception {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
		Path home = Path.of(words[3]).toAbsolutePath();
		Path script = Path.of(words[0]).toAbsolutePath();

		importInBulk(Path.of(words[1]), Path.of(words[2]), home);
		DatabaseManagementService service = start(home, script.getParent());
		GraphDatabaseService database = service.database("neo4j");
		out.println(read(database));
		database.executeTransactionally("MATCH (n) DETACH DELETE n");
		runScript(database, script);
		out.println(read(database));
		service.shutdown();
		System.exit(0);
	}
}
