package io.stepwright.processor.testing;

import io.stepwright.processor.StepwrightProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Processor;
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
  private boolean files;
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

  /**
   * Reads sources from files and writes classes to files, as builds do, and keeps the compiler's
   * own output. Javac works in memory without it; ecj always works on files.
   */
  public Compilation withFiles() {
    files = true;
    return this;
  }

  /** Compiles into the folders of an earlier compilation, with its classes visible. */
  public Compilation into(Compiled earlier) {
    files = true;
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
    List<Processor> processors = new ArrayList<>(others);
    processors.add(new StepwrightProcessor());
    processors.addAll(later);
    List<String> all = new ArrayList<>(List.of("--release", "17"));
    all.addAll(options);
    if (!resources.isEmpty()) {
      all.add("-Astepwright.resources=" + writeResources(folder));
    }
    CompilerInput input =
        new CompilerInput(
            sources, all, processors, usualClassPath ? ClassPath.of(classPath) : classPath);
    Compiled compiled =
        compiler.isEcj() || files
            ? FileCompiler.compile(compiler, input, folder)
            : MemoryCompiler.compile(input, folder);
    DescriptorCheck.checkAll(compiled.classes());
    return compiled;
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
}
