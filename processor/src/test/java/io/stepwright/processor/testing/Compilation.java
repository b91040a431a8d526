package io.stepwright.processor.testing;

import io.stepwright.processor.StepwrightProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** A compilation of sources with the processor. */
public final class Compilation {

  private final TestCompiler compiler;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();
  private final List<String> options = new ArrayList<>();
  private final List<Processor> others = new ArrayList<>();
  private final List<Processor> later = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();
  private boolean usualClassPath = true;
  private @Nullable Path target;

  private Compilation(TestCompiler compiler) {
    this.compiler = compiler;
  }

  /** A compilation with a compiler. */
  public static Compilation with(TestCompiler compiler) {
    return new Compilation(compiler);
  }

  /** Adds a source file, such as {@code app/Onboarding.java}. */
  public Compilation source(String path, String text) {
    sources.put(path, text);
    return this;
  }

  /** Adds a resource file, such as {@code prompts/welcome.md}. */
  public Compilation resource(String path, String text) {
    resources.put(path, text);
    return this;
  }

  /** Adds a compiler option. */
  public Compilation option(String option) {
    options.add(option);
    return this;
  }

  /** Adds another annotation processor after Stepwright's. */
  public Compilation processorAfter(Processor processor) {
    later.add(processor);
    return this;
  }

  /** Adds another annotation processor. */
  public Compilation processor(Processor processor) {
    others.add(processor);
    return this;
  }

  /** Adds a folder of class files to the class path. */
  public Compilation classPath(Path folder) {
    classPath.add(folder);
    return this;
  }

  /** Compiles into the folders of an earlier compilation, with its classes visible. */
  public Compilation into(Compiled earlier) {
    target = earlier.classes().getParent();
    return classPath(earlier.classes());
  }

  /** Leaves the runtime off the class path, for compilations that have it on the module path. */
  public Compilation withoutClassPath() {
    usualClassPath = false;
    return this;
  }

  /** Runs the compilation. */
  public Compiled compile() {
    try {
      if (target != null) {
        return compileInto(target);
      }
      // Uses a folder of the build, since the system's temporary folder would keep thousands of
      // them.
      Path all = Files.createDirectories(Path.of("target", "compilations").toAbsolutePath());
      return compileInto(Files.createTempDirectory(all, "test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Compiled compileInto(Path folder) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path generated = Files.createDirectories(folder.resolve("generated"));
    JavaCompiler tool = compiler.tool();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<Processor> processors = new ArrayList<>(others);
    processors.add(new StepwrightProcessor());
    processors.addAll(later);
    try (StandardJavaFileManager files =
        tool.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes.toFile()));
      files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(generated.toFile()));
      files.setLocation(
          StandardLocation.CLASS_PATH,
          (usualClassPath ? ClassPath.of(classPath) : classPath)
              .stream().map(Path::toFile).toList());
      List<String> all = new ArrayList<>(List.of("--release", "17"));
      all.addAll(options);
      if (!resources.isEmpty()) {
        all.add("-Astepwright.resources=" + writeResources(folder));
      }
      if (compiler.isEcj()) {
        all.remove("-Xlint:-options");
      }
      List<JavaFileObject> units = new ArrayList<>();
      for (Map.Entry<String, String> source : sources.entrySet()) {
        units.add(file(folder, source.getKey(), source.getValue()));
      }
      StringWriter out = new StringWriter();
      JavaCompiler.CompilationTask task = tool.getTask(out, files, diagnostics, all, null, units);
      task.setProcessors(processors);
      boolean succeeded = task.call();
      return new Compiled(
          succeeded, messages(diagnostics.getDiagnostics()), classes, generated, out.toString());
    }
  }

  private Path writeResources(Path folder) throws IOException {
    Path root = Files.createDirectories(folder.resolve("resources"));
    for (Map.Entry<String, String> resource : resources.entrySet()) {
      Path file = root.resolve(resource.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, resource.getValue());
    }
    return root;
  }

  /** Writes a real file, because ecj asks for its path. */
  private static JavaFileObject file(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve("sources").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    URI uri = file.toUri();
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static List<Compiled.Message> messages(
      List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    List<Compiled.Message> messages = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      String name = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
      messages.add(
          new Compiled.Message(
              diagnostic.getKind(),
              name.substring(name.lastIndexOf('/') + 1),
              diagnostic.getLineNumber() > 0 ? diagnostic.getLineNumber() : -1,
              diagnostic.getColumnNumber(),
              diagnostic.getMessage(Locale.ROOT)));
    }
    return messages;
  }
}
