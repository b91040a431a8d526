package io.stepwright.processor.testing;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/**
 * Compiles with javac in memory, by compile-testing, and then writes the result to folders. A
 * compilation that failed has no files.
 */
final class MemoryCompiler {

  private static final String JAVA = ".java";

  private MemoryCompiler() {}

  static Compiled compile(CompilerInput input, Path folder) throws IOException {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(input.processors())
            .withOptions(input.options())
            .withClasspath(input.classPath().stream().map(Path::toFile).toList())
            .compile(input.sources().entrySet().stream().map(MemoryCompiler::source).toList());
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path generated = Files.createDirectories(folder.resolve("generated"));
    boolean succeeded = compilation.status() == Compilation.Status.SUCCESS;
    if (succeeded) {
      for (JavaFileObject file : compilation.generatedFiles()) {
        write(file, file.getKind() == JavaFileObject.Kind.SOURCE ? generated : classes);
      }
    }
    return new Compiled(
        succeeded, Compiled.messages(compilation.diagnostics()), classes, generated, "");
  }

  private static JavaFileObject source(Map.Entry<String, String> source) {
    String path = source.getKey();
    String name = path.substring(0, path.length() - JAVA.length()).replace('/', '.');
    return JavaFileObjects.forSourceLines(name, List.of(source.getValue()));
  }

  /** Writes a file, whose name begins with the location that it is in. */
  private static void write(JavaFileObject file, Path folder) throws IOException {
    String path = file.toUri().getPath();
    Path target = folder.resolve(path.substring(path.indexOf('/', 1) + 1));
    Files.createDirectories(target.getParent());
    try (InputStream content = file.openInputStream()) {
      Files.copy(content, target);
    } catch (FileNotFoundException e) {
      // A processor looked for it, and nobody wrote it: the list has such files, too.
    }
  }
}
