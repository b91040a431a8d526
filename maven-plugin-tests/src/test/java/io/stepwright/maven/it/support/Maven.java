package io.stepwright.maven.it.support;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** Runs a Maven with a repository of its own. */
final class Maven {

  private static final Path SETTINGS = Repositories.settings();

  private Maven() {}

  static Build run(Path home, Path project, String... arguments) {
    List<String> lines = new ArrayList<>();
    InvocationRequest request = new DefaultInvocationRequest();
    request.setBaseDirectory(project.toFile());
    request.setGlobalSettingsFile(SETTINGS.toFile());
    request.setLocalRepositoryDirectory(Repositories.local().toFile());
    request.setJavaHome(Path.of(System.getProperty("java.home")).toFile());
    request.setMavenHome(home.toFile());
    request.setMavenOpts("-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    request.setBatchMode(true);
    request.setNoTransferProgress(true);
    request.addArgs(Arrays.asList(arguments));
    request.setOutputHandler(lines::add);
    request.setErrorHandler(lines::add);
    request.setInputStream(InputStream.nullInputStream());
    try {
      InvocationResult result = new DefaultInvoker().execute(request);
      if (result.getExecutionException() != null) {
        throw new IllegalStateException("Maven did not run", result.getExecutionException());
      }
      return new Build(result.getExitCode(), List.copyOf(lines));
    } catch (MavenInvocationException e) {
      throw new IllegalStateException("Maven did not run", e);
    }
  }
}
