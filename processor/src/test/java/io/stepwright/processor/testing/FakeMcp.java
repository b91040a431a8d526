package io.stepwright.processor.testing;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * The sources of the classes of stepwright-mcp that generated classes use, in a form that keeps the
 * calls and gives back a prepared answer.
 */
public final class FakeMcp {

  private static final String SERVERS =
      """
      package io.stepwright.mcp;

      import java.util.ArrayList;
      import java.util.List;

      public final class McpServers {
        public final List<String> calls = new ArrayList<>();
        public String answer = "";

        public McpServer server(String name, Class<?> facade) {
          return new McpServer(this, name, facade);
        }
      }
      """;

  private static final String SERVER =
      """
      package io.stepwright.mcp;

      import io.stepwright.wiring.JsonDecoder;
      import io.stepwright.wiring.JsonValue;
      import io.stepwright.wiring.JsonWriter;
      import java.util.function.Consumer;

      public final class McpServer {
        private final McpServers servers;
        private final String name;
        private final Class<?> facade;

        McpServer(McpServers servers, String name, Class<?> facade) {
          this.servers = servers;
          this.name = name;
          this.facade = facade;
        }

        public <T> T call(McpTool tool, Consumer<JsonWriter> arguments, JsonDecoder<T> decoder) {
          perform(tool, arguments);
          return JsonValue.parse(servers.answer).decode(decoder);
        }

        public void perform(McpTool tool, Consumer<JsonWriter> arguments) {
          String text =
              JsonWriter.write(
                  "arguments",
                  arguments,
                  (json, each) -> {
                    json.beginObject();
                    each.accept(json);
                    json.endObject();
                  });
          servers.calls.add(
              name + "." + tool.name() + text + " for " + facade.getSimpleName());
        }
      }
      """;

  private static final String TOOL =
      """
      package io.stepwright.mcp;

      public record McpTool(String name, String sha256) {
        public static McpTool of(String name, String sha256) {
          return new McpTool(name, sha256);
        }
      }
      """;

  private FakeMcp() {}

  /** Adds the sources to a compilation. */
  public static Compilation addTo(Compilation compilation) {
    return compilation
        .source("io/stepwright/mcp/McpServers.java", SERVERS)
        .source("io/stepwright/mcp/McpServer.java", SERVER)
        .source("io/stepwright/mcp/McpTool.java", TOOL);
  }

  /** A class loader that sees compiled classes, and these sources in place of stepwright-mcp. */
  public static ClassLoader loader(Compiled compiled) {
    try {
      return new Loader(compiled.classes().toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Loader extends URLClassLoader {

    Loader(URL classes) {
      super(new URL[] {classes}, FakeMcp.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (!name.startsWith("io.stepwright.mcp.")) {
          return super.loadClass(name, resolve);
        }
        Class<?> known = findLoadedClass(name);
        return known == null ? findClass(name) : known;
      }
    }
  }
}
