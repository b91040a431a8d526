package io.stepwright.processor.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Compiles files into folders, with any compiler. */
final class FileCompiler {

  private FileCompiler() {}

  static Compiled compile(TestCompiler compiler, CompilerInput input, Path folder)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path generated = Files.createDirectories(folder.resolve("generated"));
    JavaCompiler tool = compiler.tool();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        tool.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes.toFile()));
      files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(generated.toFile()));
      files.setLocation(
          StandardLocation.CLASS_PATH, input.classPath().stream().map(Path::toFile).toList());
      List<String> options = new ArrayList<>(input.options());
      if (compiler.isEcj()) {
        options.remove("-Xlint:-options");
      }
      List<JavaFileObject> units = new ArrayList<>();
      for (Map.Entry<String, String> source : input.sources().entrySet()) {
        units.add(file(folder, source.getKey(), source.getValue()));
      }
      StringWriter out = new StringWriter();
      JavaCompiler.CompilationTask task =
          tool.getTask(out, files, diagnostics, options, null, units);
      task.setProcessors(input.processors());
      boolean succeeded = task.call();
      return new Compiled(
          succeeded,
          Compiled.messages(diagnostics.getDiagnostics()),
          classes,
          generated,
          out.toString());
    }
  }

  /** Writes a source to a real file: ecj asks for its path. */
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
}
