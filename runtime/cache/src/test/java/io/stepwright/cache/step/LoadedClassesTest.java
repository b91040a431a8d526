package io.stepwright.cache.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.FakeClient;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelCall;
import io.stepwright.wiring.Prompt;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Classes that a program loads: with a cached step, without one, and without the cache. */
class LoadedClassesTest {

  private static final AgentInfo AGENT = new AgentInfo("Desk", "acme.Desk");
  private static final StepInfo PLAIN = StepInfo.model(AGENT, "plain", "gpt");
  private static final StepInfo CACHED =
      StepInfo.model(AGENT, "cached", "gpt").cached(CacheRule.of("fingerprint"));

  /**
   * A program of its own, with a class loader that writes down what it loads. It is not closed: a
   * thread of the program that is about to end may still need a class.
   */
  private static final class Program extends URLClassLoader {

    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    Program(Predicate<String> path) {
      super(urls(path), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] urls(Predicate<String> path) {
      List<URL> urls = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (path.test(entry.replace('\\', '/'))) {
          try {
            urls.add(Path.of(entry).toUri().toURL());
          } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
          }
        }
      }
      return urls.toArray(URL[]::new);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      loaded.add(name);
      return super.findClass(name);
    }

    @SuppressWarnings("unchecked")
    String run(Class<? extends Callable<String>> main) throws Exception {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(this);
      try {
        Class<?> type = Class.forName(main.getName(), true, this);
        return ((Callable<String>) type.getConstructor().newInstance()).call();
      } finally {
        thread.setContextClassLoader(before);
      }
    }

    /** Classes of the cache and of Caffeine. */
    List<String> ofTheCache() {
      return loaded.stream()
          .filter(
              name ->
                  name.startsWith("com.github.benmanes.")
                      || name.startsWith("io.stepwright.cache.")
                          && !name.startsWith(LoadedClassesTest.class.getName()))
          .toList();
    }
  }

  /** An agent without a cached step, from the beginning to the end of its runtime. */
  public static final class WithoutCachedStep implements Callable<String> {
    @Override
    public String call() {
      try (AgentRuntime runtime = runtime()) {
        try (Run run = runtime.wiring(AGENT, PLAIN).start(EntryPointInfo.of(AGENT, "ask"))) {
          return run.call(
              PLAIN, step -> step.ask(ModelCall.text("gpt"), new Prompt().text("Hello?")));
        }
      }
    }
  }

  /** An agent with one. */
  public static final class WithCachedStep implements Callable<String> {
    @Override
    public String call() {
      try (AgentRuntime runtime = runtime()) {
        CacheKey key = new CacheKey().exact("a", "x");
        String answers = "";
        for (int i = 0; i < 2; i++) {
          try (Run run = runtime.wiring(AGENT, CACHED).start(EntryPointInfo.of(AGENT, "ask"))) {
            answers +=
                run.call(
                    CACHED,
                    step ->
                        step.cached(key).ask(ModelCall.text("gpt"), new Prompt().text("Hello?")));
          }
        }
        return answers;
      }
    }
  }

  /** Its model gives another answer each time. */
  private static AgentRuntime runtime() {
    int[] calls = {0};
    return AgentRuntime.builder()
        .modelClient("openai", new FakeClient(request -> FakeClient.reply("answer " + ++calls[0])))
        .build();
  }

  @Test
  void whoHasNoCachedStepLoadsNoCache() throws Exception {
    Program program = new Program(path -> true);
    assertThat(program.run(WithoutCachedStep.class)).isEqualTo("answer 1");
    assertThat(program.ofTheCache()).isEmpty();
  }

  @Test
  void whoHasOneFindsTheCacheOnTheClassPath() throws Exception {
    Program program = new Program(path -> true);
    assertThat(program.run(WithCachedStep.class)).isEqualTo("answer 1answer 1");
    assertThat(program.ofTheCache())
        .contains(CachedAnswers.class.getName(), "com.github.benmanes.caffeine.cache.Caffeine");
  }

  @Test
  void withoutTheModuleTheAgentSaysWhatToAdd() throws Exception {
    String module =
        Path.of(CachedAnswers.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString()
            .replace('\\', '/');
    Program program = new Program(path -> !path.equals(module) && !path.contains("caffeine"));
    assertThat(program.run(WithoutCachedStep.class)).isEqualTo("answer 1");
    assertThatThrownBy(() -> program.run(WithCachedStep.class))
        .hasMessage(
            "Step 'cached' of agent Desk cannot be cached. It has @Cached, but no cache is on the"
                + " class path. Add the dependency io.stepwright:stepwright-cache,"
                + " or remove @Cached.")
        .extracting(failure -> failure.getClass().getName())
        .isEqualTo(AgentConfigurationException.class.getName());
  }

  @Test
  void withoutCaffeineTheAgentSaysWhatIsMissing() throws Exception {
    Program program = new Program(path -> !path.contains("caffeine"));
    assertThatThrownBy(() -> program.run(WithCachedStep.class))
        .hasMessageContaining("Step 'cached' of agent Desk cannot be cached. The cache cannot be")
        .hasMessageContaining("com.github.benmanes.caffeine.cache.");
  }
}
