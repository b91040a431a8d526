package io.stepwright.processor;

import io.stepwright.descriptor.json.JsonPrinter;
import io.stepwright.processor.diagnostics.Diagnostic;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Severities;
import io.stepwright.processor.discovery.AgentDiscovery;
import io.stepwright.processor.discovery.FacadeDiscovery;
import io.stepwright.processor.discovery.MessagerReporter;
import io.stepwright.processor.mcp.Locks;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.FacadeModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.resources.LockFiles;
import io.stepwright.processor.resources.ResourceUse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Generates a class for each type annotated with {@code @Mcp}, in the rounds of a compilation. */
final class FacadeRounds {

  private final ProcessingEnvironment environment;
  private final Set<String> sources;
  private final Predicate<Element> inSource;
  private final Severities severities;
  private final Locks locks;
  private final Set<String> waiting = new TreeSet<>();
  private final Set<String> copied = new HashSet<>();

  /** The names of the interfaces of each server. */
  private final Map<String, TreeSet<String>> known = new HashMap<>();

  /**
   * Creates the work for a compilation.
   *
   * @param sources qualified names of the types of this compilation; generated ones are added
   * @param inSource tells whether an element is declared in a source file of this compilation
   */
  FacadeRounds(
      ProcessingEnvironment environment,
      Set<String> sources,
      Predicate<Element> inSource,
      Severities severities,
      Locks locks) {
    this.environment = environment;
    this.sources = sources;
    this.inSource = inSource;
    this.severities = severities;
    this.locks = locks;
  }

  /** Returns the names of the interfaces to process in a round. */
  Set<String> take(RoundEnvironment round) {
    Set<String> names = new TreeSet<>(waiting);
    waiting.clear();
    TypeElement annotation = environment.getElementUtils().getTypeElement(FacadeDiscovery.MCP);
    for (Element element :
        annotation == null ? Set.<Element>of() : round.getElementsAnnotatedWith(annotation)) {
      if (element instanceof TypeElement type) {
        String name = type.getQualifiedName().toString();
        names.add(name);
        known
            .computeIfAbsent(FacadeDiscovery.server(type).text(), unseen -> new TreeSet<>())
            .add(name);
      }
    }
    return names;
  }

  /**
   * Processes an interface.
   *
   * @throws IOException if a file cannot be written
   */
  void process(TypeElement element, RoundEnvironment round) throws IOException {
    FacadeDiscovery discovery = new FacadeDiscovery(environment, element, inSource, locks);
    AgentDiscovery read = discovery.declaration();
    AgentModel declared = read.agent();
    if (sources.contains(declared.qualifiedWiredName())) {
      Diagnostics taken = new Diagnostics(severities);
      read.reportNameTaken(taken);
      print(taken, element);
      return;
    }
    Named server = FacadeDiscovery.server(element);
    FacadeCompiler.Output output =
        new FacadeCompiler(
                declared, server, read.types(), locks, discovery.seesRuntime(), severities)
            .compile(
                known.getOrDefault(server.text(), new TreeSet<>(Set.of(name(element)))).first());
    if (!read.missingTypes().isEmpty()) {
      if (!round.processingOver()) {
        waiting.add(name(element));
      } else if (!round.errorRaised()) {
        Diagnostics missing = new Diagnostics(severities);
        read.reportMissingTypes(missing);
        print(missing, element);
      }
      return;
    }
    if (!read.hasUnresolvedAnnotations()) { // The compiler reports these itself.
      print(output.diagnostics(), element);
    }
    if (!round.processingOver() || output.facade() != null) {
      write(discovery, output, element);
    }
  }

  private void write(FacadeDiscovery discovery, FacadeCompiler.Output output, TypeElement element)
      throws IOException {
    AgentModel declared = discovery.declaration().agent();
    String name = declared.qualifiedWiredName();
    try (Writer file = environment.getFiler().createSourceFile(name, element).openWriter()) {
      file.write(output.source());
    } catch (FilerException e) {
      Diagnostics taken = new Diagnostics(severities);
      discovery.declaration().reportCompiledBefore(taken);
      print(taken, element);
      return;
    }
    sources.add(name);
    FacadeModel facade = output.facade();
    if (facade == null) {
      return;
    }
    discovery.keepComments(facade);
    resource(
        "META-INF/stepwright/facades/" + declared.binaryName() + ".json",
        descriptor(declared, locks.use(facade.server()).orElseThrow()),
        element);
    String copy = locks.toBeCopied(facade.server()).orElse(null);
    if (copy != null && copied.add(facade.server())) {
      resource(LockFiles.copy(facade.server()), copy, element);
    }
  }

  private static String descriptor(AgentModel declared, ResourceUse use) {
    Map<String, @Nullable Object> resource = new LinkedHashMap<>();
    resource.put("path", use.path());
    resource.put("from", use.from());
    resource.put("sha256", use.sha256());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("schemaVersion", 1);
    root.put("type", declared.binaryName());
    root.put("generated", declared.qualifiedWiredName());
    root.put("resources", List.of(resource));
    return JsonPrinter.write(root) + "\n";
  }

  private void resource(String path, String text, TypeElement origin) throws IOException {
    try (OutputStream file =
        environment
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", path, origin)
            .openOutputStream()) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void print(Diagnostics diagnostics, TypeElement facade) {
    MessagerReporter reporter = new MessagerReporter(environment.getMessager(), inSource);
    for (Diagnostic diagnostic : diagnostics.all()) {
      reporter.print(diagnostic, facade);
    }
  }

  private static String name(TypeElement element) {
    return element.getQualifiedName().toString();
  }
}
