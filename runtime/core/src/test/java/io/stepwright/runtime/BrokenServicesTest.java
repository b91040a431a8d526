package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.engine.Contexts;
import io.stepwright.report.ReportFolderFactory;
import io.stepwright.spi.CacheStoreFactory;
import io.stepwright.spi.ContextPropagator;
import io.stepwright.spi.ModelClientFactory;
import io.stepwright.spi.NearMatchGuard;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.Run;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    return build(service, names, runtime -> {}, configuration);
  }

  /**
   * Makes a runtime that finds only these services.
   *
   * @param use uses the runtime while it finds them
   */
  private AgentRuntime build(
      Class<?> service, List<String> names, Consumer<AgentRuntime> use, String... configuration)
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
      AgentRuntime runtime = builder.build();
      Thread.currentThread().setContextClassLoader(before);
      use.accept(runtime);
      return runtime;
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
  @ValueSource(
      classes = {ModelClientFactory.class, CacheStoreFactory.class, ReportFolderFactory.class})
  void whatWasAskedForAndCannotBeLoadedIsToldAtTheStart(Class<?> service) {
    assertThatThrownBy(
            () ->
                build(
                    service,
                    List.of("org.example.NotThere", "org.example.NorThis"),
                    "stepwright.report.dir",
                    folder.toString(),
                    "stepwright.cache.store",
                    service == CacheStoreFactory.class ? "redis" : "memory"))
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining(service.getName())
        .hasMessageContaining("org.example.NotThere")
        .hasMessageContaining("org.example.NorThis");
  }

  /** Only steps that are cached have guards, so the others do not look for them. */
  @Test
  void aGuardThatCannotBeLoadedIsToldToTheFirstAgentThatNeedsIt() throws Exception {
    ModelStep<String> cached =
        ModelStep.text(AGENT, "cached", "a/gpt").cached(CacheRule.of("fingerprint"));
    List<String> names = List.of("org.example.NotThere", "org.example.NorThis");
    assertThatThrownBy(
            () -> build(NearMatchGuard.class, names, runtime -> runtime.wiring(AGENT, cached)))
        .isInstanceOf(AgentConfigurationException.class)
        .hasMessageContaining("cached")
        .hasMessageContaining(NearMatchGuard.class.getName())
        .hasMessageContaining("org.example.NotThere")
        .hasMessageContaining("org.example.NorThis");
    build(NearMatchGuard.class, names, BrokenServicesTest::runOnce).close();
  }
}
