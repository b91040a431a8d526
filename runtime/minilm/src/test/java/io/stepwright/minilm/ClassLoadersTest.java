package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.runtime.AgentRuntime;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications in one process, each with a class loader of its own. */
class ClassLoadersTest {

  @TempDir Path folder;

  @Test
  void theSecondApplicationIsToldWhereTheEmbedderBelongs() throws Exception {
    String output = ChildProcess.run(EachWithItsOwn.class, properties(), folder);
    assertThat(output)
        .containsSubsequence(
            "application: near",
            "The embedder could not be loaded",
            "in use by another class loader of this process",
            "Put stepwright-minilm with all of its dependencies",
            "class path that the applications share",
            // Calls still succeed.
            "application: not near")
        .doesNotContain("glibc", "DJL_CACHE_DIR");
  }

  @Test
  void applicationsThatShareTheClassPathShareTheEmbedder() throws Exception {
    String output = ChildProcess.run(AllShared.class, properties(), folder);
    assertThat(output.lines().filter(line -> line.equals("application: near"))).hasSize(2);
    assertThat(output).doesNotContain("The embedder could not be loaded");
  }

  private Map<String, String> properties() {
    return Map.of("DJL_CACHE_DIR", folder.resolve("cache").toString());
  }

  /**
   * Runs in another process, like the next class: two applications that each contain all libraries.
   */
  static final class EachWithItsOwn {

    private EachWithItsOwn() {}

    public static void main(String[] arguments) throws Exception {
      for (int i = 0; i < 2; i++) {
        run(new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader()));
      }
    }
  }

  /** Runs two applications that contain only their own classes. */
  static final class AllShared {

    private AllShared() {}

    public static void main(String[] arguments) throws Exception {
      ClassLoader shared = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
      for (int i = 0; i < 2; i++) {
        run(new URLClassLoader(new URL[0], shared));
      }
    }
  }

  private static void run(ClassLoader application) throws Exception {
    Thread.currentThread().setContextClassLoader(application);
    application
        .loadClass(Application.class.getName())
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[0]);
  }

  private static URL[] classPath() throws Exception {
    List<URL> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      entries.add(Path.of(entry).toUri().toURL());
    }
    return entries.toArray(new URL[0]);
  }

  /** An application. It is public because its class loader differs from the caller's. */
  public static final class Application {

    private Application() {}

    public static void main(String[] arguments) throws Exception {
      try (AgentRuntime runtime = Probe.runtime().build()) {
        Probe probe = new Probe(runtime);
        runtime.cache().warmUp(Duration.ofSeconds(60));
        String first = probe.ask("How do I cancel my subscription?");
        String second = probe.ask("How can I cancel my subscription?");
        System.out.println("application: " + (second.equals(first) ? "near" : "not near"));
      }
    }
  }
}
