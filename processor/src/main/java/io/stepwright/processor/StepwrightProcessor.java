package io.stepwright.processor;

import com.google.auto.service.AutoService;
import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostic;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Severities;
import io.stepwright.processor.discovery.AgentDiscovery;
import io.stepwright.processor.discovery.ForgottenAgents;
import io.stepwright.processor.discovery.MessagerReporter;
import io.stepwright.processor.discovery.ToolSets;
import io.stepwright.processor.discovery.WiredNames;
import io.stepwright.processor.mcp.Locks;
import io.stepwright.processor.resources.LockFiles;
import io.stepwright.processor.resources.ResourceFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Generates a class for each type annotated with {@code @Agent} or {@code @Mcp}. Never throws into
 * the compiler.
 *
 * <p>The option {@code stepwright.severity} changes the severity of warnings: {@code
 * -Astepwright.severity=UnusedStep:error,UnusedParameter:ignore}. The option {@code
 * stepwright.resources} names folders that are searched first for files, {@code
 * stepwright.resources.links=true} allows links that lead out of these folders, and {@code
 * stepwright.mcp} names the folders with the lock files of MCP servers.
 */
@AutoService(Processor.class)
public final class StepwrightProcessor extends AbstractProcessor {

  private static final String AGENT = "io.stepwright.Agent";

  private final WaitingAgents waiting = new WaitingAgents();

  /** Qualified names of the top-level types of this compilation. */
  private final Set<String> sources = new HashSet<>();

  /** Names of the types whose comments this compilation has stored. */
  private final Set<String> commented = new HashSet<>();

  /** Qualified names of the agents of this compilation. */
  private final Set<String> known = new HashSet<>();

  private Severities severities = Severities.defaults();

  /** The interfaces of MCP servers of this compilation; null before and after it. */
  private @Nullable FacadeRounds facades;

  /** The lock files of this compilation; null before and after it. */
  private @Nullable Locks locks;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    // {@code -Xlint:processing} warns of annotations that no processor claims.
    return Set.of("io.stepwright.*", "javax.annotation.processing.Generated");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(
        Severities.OPTION, ResourceFiles.OPTION, ResourceFiles.LINKS_OPTION, LockFiles.OPTION);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (sources.isEmpty()) {
      readOptions();
    }
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        sources.add(type.getQualifiedName().toString());
      }
    }
    processFacades(round);
    Set<String> agents = new LinkedHashSet<>(waiting.take());
    TypeElement annotation = processingEnv.getElementUtils().getTypeElement(AGENT);
    if (annotation != null) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement type) {
          agents.add(type.getQualifiedName().toString());
        }
      }
    }
    known.addAll(agents);
    for (TypeElement type : new ForgottenAgents(processingEnv, this::inSource).in(round, known)) {
      safely(type, () -> forgotten(type));
    }
    ToolSets toolSets = new ToolSets(processingEnv, this::inSource);
    for (TypeElement type : toolSets.in(round)) {
      safely(type, () -> toolSets.keepComments(type, commented));
    }
    // Fetched anew each round: an element of an earlier round may not know the types written since.
    process(agents, round, WiredNames.NONE);
    Set<String> circle = waiting.takeCircle(this::wiredNames);
    process(circle, round, new WiredNames(wiredNames(circle)));
    if (round.processingOver()) {
      sources.clear(); // An IDE may use one processor for several builds.
      commented.clear();
      known.clear();
      waiting.clear();
      facades = null;
      locks = null;
    }
    return true;
  }

  private void processFacades(RoundEnvironment round) {
    FacadeRounds rounds = facades;
    if (rounds == null) {
      rounds = new FacadeRounds(processingEnv, sources, this::inSource, severities, locks());
      facades = rounds;
    }
    for (String name : rounds.take(round)) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        FacadeRounds each = rounds;
        safely(type, () -> each.process(type, round));
      }
    }
  }

  private Locks locks() {
    Locks known = locks;
    if (known == null) {
      known = new Locks(new LockFiles(processingEnv.getOptions(), processingEnv.getFiler()));
      locks = known;
    }
    return known;
  }

  private void process(Set<String> agents, RoundEnvironment round, WiredNames wired) {
    for (String name : agents) {
      TypeElement agent = processingEnv.getElementUtils().getTypeElement(name);
      if (agent != null) {
        safely(agent, () -> process(agent, round, wired));
      }
    }
  }

  private Set<String> wiredNames(Set<String> agents) {
    Set<String> names = new TreeSet<>();
    for (String agent : agents) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(agent);
      if (type != null) {
        names.add(AgentDiscovery.qualifiedWiredName(type));
      }
    }
    return names;
  }

  /** The processing of one type. */
  private interface Work {
    void run() throws IOException;
  }

  private void safely(TypeElement agent, Work work) {
    try {
      work.run();
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      message(
          Kind.ERROR,
          "[InternalError] Stepwright could not process %s. This is a bug of Stepwright: please"
                  .formatted(agent.getQualifiedName())
              + " report it with this trace. "
              + trace,
          agent);
    }
  }

  /**
   * Reports a type that lacks {@code @Agent}, and writes a skeleton so that code that uses its
   * generated class compiles.
   */
  private void forgotten(TypeElement type) throws IOException {
    Diagnostics diagnostics = new Diagnostics(severities);
    ForgottenAgents.report(type, diagnostics);
    print(diagnostics, type);
    ResourceFiles resources = resources();
    AgentDiscovery discovery =
        new AgentDiscovery(
            processingEnv, type, this::inSource, resources, locks(), WiredNames.NONE);
    if (discovery.missingTypes().isEmpty()
        && !sources.contains(discovery.agent().qualifiedWiredName())) {
      AgentCompiler compiler =
          new AgentCompiler(discovery.agent(), discovery.types(), resources, locks(), severities);
      write(discovery, compiler.skeleton(diagnostics.all().get(0).message()), type);
    }
  }

  private void process(TypeElement element, RoundEnvironment round, WiredNames wired)
      throws IOException {
    ResourceFiles resources = resources();
    AgentDiscovery discovery =
        new AgentDiscovery(processingEnv, element, this::inSource, resources, locks(), wired);
    if (sources.contains(discovery.agent().qualifiedWiredName())) {
      Diagnostics taken = new Diagnostics(severities);
      discovery.reportNameTaken(taken);
      print(taken, element);
      return;
    }
    AgentCompiler.Output output =
        new AgentCompiler(discovery.agent(), discovery.types(), resources, locks(), severities)
            .compile();
    if (!discovery.missingTypes().isEmpty()) {
      if (!round.processingOver()) {
        waiting.waitForTypes(element.getQualifiedName().toString(), discovery.missingTypes());
      } else if (!round.errorRaised()) {
        // After other errors, missing types are most likely only a consequence.
        Diagnostics missing = new Diagnostics(severities);
        discovery.reportMissingTypes(missing);
        print(missing, element);
      }
      return;
    }
    boolean incomplete =
        discovery.lacksConstructor() || (output.diagnostics().hasErrors() && discovery.mayGrow());
    if (incomplete
        && !round.processingOver()
        && waiting.waitForMembers(element.getQualifiedName().toString())) {
      return;
    }
    if (!discovery.hasUnresolvedAnnotations()) { // The compiler reports these itself.
      print(output.diagnostics(), element);
    }
    if (!round.processingOver() || !output.diagnostics().hasErrors()) {
      write(discovery, output, element);
    }
  }

  private void print(Diagnostics diagnostics, TypeElement agent) {
    MessagerReporter reporter = new MessagerReporter(processingEnv.getMessager(), this::inSource);
    for (Diagnostic diagnostic : diagnostics.all()) {
      reporter.print(diagnostic, agent);
    }
  }

  private void write(AgentDiscovery discovery, AgentCompiler.Output output, TypeElement agent)
      throws IOException {
    String name = discovery.agent().qualifiedWiredName();
    JavaFileObject source;
    try {
      source = processingEnv.getFiler().createSourceFile(name, agent);
    } catch (FilerException e) {
      Diagnostics taken = new Diagnostics(severities);
      discovery.reportCompiledBefore(taken);
      print(taken, agent);
      return;
    }
    try (Writer file = source.openWriter()) {
      file.write(output.source());
    }
    sources.add(name); // Prevents a second agent from using the name.
    discovery.keepComments(output.answered(), commented);
    if (!output.descriptor().isEmpty()) {
      String resource = "META-INF/stepwright/" + discovery.agent().binaryName() + ".json";
      try (Writer file =
          processingEnv
              .getFiler()
              .createResource(StandardLocation.CLASS_OUTPUT, "", resource, agent)
              .openWriter()) {
        file.write(output.descriptor());
      }
    }
  }

  private ResourceFiles resources() {
    return new ResourceFiles(processingEnv.getOptions(), processingEnv.getFiler());
  }

  private void readOptions() {
    for (String name : processingEnv.getOptions().keySet()) {
      if (name.startsWith("stepwright.") && !getSupportedOptions().contains(name)) {
        processingEnv
            .getMessager()
            .printMessage(
                Kind.WARNING,
                "Option -A%s is unknown, and does nothing.%s"
                    .formatted(name, Nearest.hint(name, List.copyOf(getSupportedOptions()))));
      }
    }
    String option = processingEnv.getOptions().get(Severities.OPTION);
    if (option != null) {
      Set<String> problems = new LinkedHashSet<>();
      severities = Severities.parse(option, problems);
      problems.forEach(problem -> processingEnv.getMessager().printMessage(Kind.ERROR, problem));
    }
  }

  private void message(Kind kind, String text, Element element) {
    processingEnv.getMessager().printMessage(kind, text, element);
  }

  /**
   * Returns whether an element is declared in a source file of this compilation. Compilers know
   * positions and parameter names only for these.
   */
  private boolean inSource(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement() != null
        && !(outermost.getEnclosingElement() instanceof PackageElement)) {
      outermost = outermost.getEnclosingElement();
    }
    return outermost instanceof TypeElement type
        && sources.contains(type.getQualifiedName().toString());
  }
}
