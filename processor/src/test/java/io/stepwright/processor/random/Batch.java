package io.stepwright.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.random.RandomAgent.Entry;
import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.GoogleJavaFormat;
import io.stepwright.processor.testing.TestCompiler;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Random agents that are compiled together, because starting a compiler takes longer than compiling
 * them.
 */
final class Batch {

  private static final int HELD_RUNS = 2;
  private static final int FREE_RUNS = 2;
  private static final int SAMPLES = 300;

  private final TestCompiler compiler;
  private final Compiled compiled;
  private final ClassLoader loader;
  private final Map<Long, RandomAgent> agents = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();

  /** Compiles the agents of some seeds. */
  Batch(TestCompiler compiler, List<Long> seeds) {
    this.compiler = compiler;
    Compilation compilation =
        Compilation.with(compiler)
            .source("app/Mood.java", AgentSource.SHARED)
            .option("-parameters")
            .option("-nowarn");
    for (long seed : seeds) {
      RandomAgent agent = agent(seed);
      String source = AgentSource.of(agent, new Random(seed));
      agents.put(seed, agent);
      sources.put(agent.name(), source);
      compilation.source("app/" + agent.name() + ".java", source);
    }
    compiled = compilation.compile();
    for (Compiled.Message error : compiled.errors()) {
      System.out.println(error + "\n" + sources.get(error.file().replace(".java", "")));
    }
    assertThat(compiled.errors()).isEmpty();
    loader = compiled.loader();
  }

  private static RandomAgent agent(long seed) {
    Random random = new Random(seed);
    while (true) {
      RandomAgent agent = AgentGenerator.generate("A" + Long.toUnsignedString(seed), random);
      if (isValid(agent)) {
        return agent;
      }
    }
  }

  /** Tells whether each of its methods can run; the processor refuses other agents. */
  private static boolean isValid(RandomAgent agent) {
    long methods = agent.steps().stream().mapToLong(step -> step.branches().size()).sum();
    Set<String> chosen = new HashSet<>();
    for (int i = 0; i < SAMPLES && chosen.size() < methods; i++) {
      for (Entry entry : agent.entries()) {
        chosen.addAll(new ReferenceRun(agent, entry, new Outcomes(i)).complete().chosen());
      }
    }
    return chosen.size() == methods;
  }

  /** The generated classes, by their paths. */
  Map<String, String> generated() {
    return GoogleJavaFormat.generated(compiled);
  }

  Map<Long, RandomAgent> agents() {
    return agents;
  }

  /**
   * Runs an agent in all ways; returns a description of the failure with all data to analyse it, or
   * empty.
   */
  Optional<String> check(long seed, Runtimes runtimes, Coverage coverage) {
    RandomAgent agent = agents.get(seed);
    coverage.add(agent);
    try {
      AgentClass type = new AgentClass(agent, loader);
      Random random = new Random(seed);
      for (Entry entry : agent.entries()) {
        check(agent, entry, type, runtimes, random, coverage);
      }
      return Optional.empty();
    } catch (AssertionError | Exception e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      return Optional.of(
          "-DrandomAgents.seed=%d fails on %s: %s\n%s\n%s"
              .formatted(
                  seed,
                  compiler,
                  trace,
                  sources.get(agent.name()),
                  compiled.source("app/Wired" + agent.name() + ".java")));
    }
  }

  private static void check(
      RandomAgent agent,
      Entry entry,
      AgentClass type,
      Runtimes runtimes,
      Random random,
      Coverage coverage)
      throws Exception {
    for (int i = 0; i < HELD_RUNS; i++) {
      coverage.add(held(agent, entry, type, runtimes, random).onOwnThreads());
      coverage.add(held(agent, entry, type, runtimes, random).onBoundedThreads());
    }
    for (int i = 0; i < FREE_RUNS; i++) {
      FreeRun run = new FreeRun(agent, entry, type, runtimes, new Outcomes(random.nextLong()));
      run.check(runtimes.own(), Integer.MAX_VALUE);
      run.check(runtimes.one(), 2);
      run.check(runtimes.callersThread(), 1);
    }
  }

  private static HeldRun held(
      RandomAgent agent, Entry entry, AgentClass type, Runtimes runtimes, Random random) {
    Outcomes outcomes = new Outcomes(random.nextLong());
    return new HeldRun(agent, entry, type, runtimes, outcomes, random.nextLong());
  }
}
