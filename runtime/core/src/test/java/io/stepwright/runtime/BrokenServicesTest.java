package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.engine.Contexts;
import io.stepwright.spi.ContextPropagator;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import io.stepwright.spi.cache.CacheStoreFactory;
import io.stepwright.wiring.Run;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A jar whose dependency is missing disables as little as possible, and the message names the
 * missing class.
 */
class BrokenServicesTest {

  /** A class of a jar that is missing. */
  public static final class Library {}

  /** Cannot be instantiated, because a parameter of another constructor has a missing class. */
  public static final class LacksLibrary implements RunListener {

    public LacksLibrary() {}

    public LacksLibrary(Library library) {}

    @Override
    public void onEvent(RunEvent event) {}
  }

  /** Cannot be defined, because its superclass is missing. */
  public static class BelowLibrary extends Base implements RunListener {
    @Override
    public void onEvent(RunEvent event) {}
  }

  /** Another class of a jar that is missing. */
  public static class Base {}

  /** Throws in its constructor. */
  public static final class Throwing implements RunListener {
    public Throwing() {
      throw new IllegalStateException("no");
    }

    @Override
    public void onEvent(RunEvent event) {}
  }

  /** Can be instantiated, and works. */
  public static final class Working implements RunListener {

    static final AtomicInteger EVENTS = new AtomicInteger();

    @Override
    public boolean onCallingThread() {
      return true;
    }

    @Override
    public void onEvent(RunEvent event) {
      EVENTS.incrementAndGet();
    }
  }

  /** Can be instantiated, but lacks its library when it is used. */
  public static final class LateLacking implements ContextPropagator {
    @Override
    public Snapshot capture() {
      throw new NoClassDefFoundError("org/example/Context");
    }
  }

  @TempDir private Path folder;

  /**
   * Loads the services of a folder. It defines classes of this test itself, and some of them are
   * missing.
   */
  private static final class Lacking extends URLClassLoader {

    private static final List<String> MISSING =
        List.of(Library.class.getName(), Base.class.getName());

    Lacking(URL services) {
      super(new URL[] {services}, BrokenServicesTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (MISSING.contains(name)) {
        throw new ClassNotFoundException(name);
      }
      if (!name.equals(LacksLibrary.class.getName())
          && !name.equals(BelowLibrary.class.getName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private AgentRuntime build(Class<?> service, List<String> names, String... configuration)
      throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(services.resolve(service.getName()), names);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (Lacking loader = new Lacking(folder.toUri().toURL())) {
      Thread.currentThread().setContextClassLoader(loader);
      AgentRuntime.Builder builder = AgentRuntime.builder();
      for (int i = 0; i < configuration.length; i += 2) {
        builder.configuration(configuration[i], configuration[i + 1]);
      }
      return builder.build();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static void runOnce(AgentRuntime runtime) {
    try (Run run = runtime.wiring(AGENT, A).start(ENTRY)) {
      run.result(run.call(A, step -> "a"));
    }
  }

  @Test
  void aListenerThatCannotBeLoadedIsLeftOutAndTheOthersAreTold() throws Exception {
    Working.EVENTS.set(0);
    try (CapturedLog log = new CapturedLog("io.stepwright.engine.setup.Services", message -> {});
        AgentRuntime runtime =
            build(
                RunListener.class,
                List.of(
                    "org.example.NotThere",
                    LacksLibrary.class.getName(),
                    BelowLibrary.class.getName(),
                    Throwing.class.getName(),
                    Working.class.getName()))) {
      assertThat(log.messages())
          .anyMatch(line -> line.contains("org.example.NotThere"))
          // Newer JDKs do not name the service.
          .anyMatch(line -> line.contains("the class " + Library.class.getName() + " is missing"))
          .anyMatch(line -> line.contains("the class " + Base.class.getName() + " is missing"))
          .anyMatch(line -> line.contains(Throwing.class.getName()))
          .hasSize(4)
          .allMatch(line -> line.endsWith("It is ignored."));
      runOnce(runtime);
    }
    assertThat(Working.EVENTS).as("events that the one that works has heard").hasPositiveValue();
  }

  @Test
  void aPropagatorThatLacksItsLibraryIsLeftOut() throws Exception {
    try (CapturedLog log = new CapturedLog(Contexts.class, message -> {});
        AgentRuntime runtime =
            build(ContextPropagator.class, List.of(LateLacking.class.getName()))) {
      assertThat(log.messages())
          .singleElement()
          .asString()
          .contains(LateLacking.class.getName(), "the class org.example.Context is missing");
      runOnce(runtime);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "io.stepwright.spi.ModelClientFactory, stepwright.log.runs, false",
    "io.stepwright.spi.cache.CacheStoreFactory, stepwright.cache.store, acme",
    "io.stepwright.report.ReportFolderFactory, stepwright.report.dir, reports",
  })
  void whatWasAskedForAndCannotBeLoadedIsToldAtTheStart(
      Class<?> service, String key, String value) {
    List<String> missing = List.of("org.example.NotThere", "org.example.NorThis");
    assertThatThrownBy(() -> build(service, missing, key, value))
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining(service.getName())
        .hasMessageContaining("org.example.NotThere")
        .hasMessageContaining("org.example.NorThis");
  }

  @Test
  void whatNobodyAsksForMayBeBroken() throws Exception {
    try (AgentRuntime runtime = build(CacheStoreFactory.class, List.of("org.example.NotThere"))) {
      runOnce(runtime);
    }
  }
}
