package io.stepwright.processor;

import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostic;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Severities;
import io.stepwright.processor.discovery.AgentDiscovery;
import io.stepwright.processor.discovery.MessagerReporter;
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
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Generates a class for each type annotated with {@code @Agent}. Never throws into the compiler.
 *
 * <p>The option {@code stepwright.severity} changes the severity of warnings: {@code
 * -Astepwright.severity=UnusedStep:error,UnusedParameter:ignore}. The option {@code
 * stepwright.resources} names folders in which files are looked for first.
 */
public final class StepwrightProcessor extends AbstractProcessor {

  private static final String AGENT = "io.stepwright.Agent";

  /** Names of agents that wait for types which another processor may write. */
  private final Set<String> waiting = new TreeSet<>();

  /** Qualified names of the top-level types of this compilation. */
  private final Set<String> sources = new HashSet<>();

  /** Names of types whose comments were kept. */
  private final Set<String> commented = new HashSet<>();

  private Severities severities = Severities.defaults();

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(AGENT);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(Severities.OPTION, ResourceFiles.OPTION);
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
    Set<String> agents = new LinkedHashSet<>(waiting);
    waiting.clear();
    TypeElement annotation = processingEnv.getElementUtils().getTypeElement(AGENT);
    if (annotation != null) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof TypeElement type) {
          agents.add(type.getQualifiedName().toString());
        }
      }
    }
    // Fetched anew each round: an element of an earlier one may not know the types written since.
    for (String name : agents) {
      TypeElement agent = processingEnv.getElementUtils().getTypeElement(name);
      if (agent != null) {
        processSafely(agent, round);
      }
    }
    if (round.processingOver()) {
      commented.clear();
      sources.clear(); // An IDE may use one processor for several builds.
    }
    return false;
  }

  private void processSafely(TypeElement agent, RoundEnvironment round) {
    try {
      process(agent, round);
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

  private void process(TypeElement element, RoundEnvironment round) throws IOException {
    ResourceFiles resources = resources();
    AgentDiscovery discovery =
        new AgentDiscovery(processingEnv, element, this::inSource, resources);
    if (sources.contains(discovery.agent().qualifiedWiredName())) {
      Diagnostics taken = new Diagnostics(severities);
      discovery.reportNameTaken(taken);
      print(taken, element);
      return;
    }
    AgentCompiler.Output output =
        new AgentCompiler(discovery.agent(), discovery.types(), resources, severities).compile();
    if (!discovery.missingTypes().isEmpty()) {
      if (!round.processingOver()) {
        waiting.add(element.getQualifiedName().toString());
      } else if (!round.errorRaised()) {
        // After other errors these are most likely only their consequence.
        Diagnostics missing = new Diagnostics(severities);
        discovery.reportMissingTypes(missing);
        print(missing, element);
      }
      return;
    }
    print(output.diagnostics(), element);
    write(discovery, output, element);
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
    sources.add(name); // So that a second agent cannot claim it.
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
    return new ResourceFiles(
        processingEnv.getOptions().get(ResourceFiles.OPTION), processingEnv.getFiler());
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
   * Whether an element stands in a source file: only there do compilers know positions and names.
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
