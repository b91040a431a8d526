package io.stepwright.processor.testing;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.JavaCompiler;

/** Older Eclipse compilers, each in a class loader of its own. */
final class OlderEcj {

  private static final Map<String, ClassLoader> LOADERS = new ConcurrentHashMap<>();

  private OlderEcj() {}

  /** Loads the compiler of a version that the build has copied. */
  static JavaCompiler tool(String version) {
    ClassLoader loader = LOADERS.computeIfAbsent(version, OlderEcj::load);
    try {
      return (JavaCompiler)
          loader
              .loadClass("org.eclipse.jdt.internal.compiler.tool.EclipseCompiler")
              .getConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("ecj " + version, e);
    }
  }

  private static ClassLoader load(String version) {
    Path jar = Path.of("target/ecj/ecj-" + version + ".jar").toAbsolutePath();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          jar + " is missing: mvn -pl processor generate-test-resources copies it");
    }
    try {
      // Is not a child of the test's own loader, which has the newest version.
      return new URLClassLoader(
          new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
