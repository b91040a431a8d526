package io.stepwright.maven.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompilerSetupTest {

  private static final String OURS =
      "<path><groupId>io.stepwright</groupId><artifactId>stepwright-processor</artifactId>"
          + "<version>1</version></path>";
  private static final String OTHER =
      "<path><groupId>g</groupId><artifactId>other</artifactId><version>2</version></path>";
  private static final String OPTION =
      "<compilerArgs><arg>-Astepwright.resources=/a:/b c</arg>"
          + "<arg>-Astepwright.mcp=/m</arg></compilerArgs>";

  @Test
  void setsUpWhatSaysNothing() throws Exception {
    assertThat(applied(null, false)).isEqualTo(paths(OURS) + OPTION);
  }

  @Test
  void comesAfterWhatThePomSays() throws Exception {
    assertThat(applied(paths(OTHER) + "<compilerArgs><arg>-Xlint</arg></compilerArgs>", true))
        .isEqualTo(
            paths(OTHER + OURS)
                + "<compilerArgs><arg>-Xlint</arg>"
                + "<arg>-Astepwright.resources=/a:/b c</arg>"
                + "<arg>-Astepwright.mcp=/m</arg></compilerArgs>");
  }

  @Test
  void addsNothingThatIsThere() throws Exception {
    String mine =
        paths(OURS.replace(">1<", ">0.9<"))
            + "<compilerArgs><arg>-Astepwright.resources=/mine</arg>"
            + "<arg>-Astepwright.mcp=/mine</arg></compilerArgs>";
    assertThat(applied(mine, true)).isEqualTo(mine);
  }

  @Test
  void keepsProcessorsOfTheClassPathAlive() throws Exception {
    assertThat(applied(null, true)).isEqualTo(paths(OTHER + OURS) + OPTION);
  }

  @Test
  void joinsAListOfClasses() throws Exception {
    String names =
        "<annotationProcessors><annotationProcessor>x.Y</annotationProcessor>%s"
            + "</annotationProcessors>";
    assertThat(applied(names.formatted(""), false))
        .startsWith(
            names.formatted(
                "<annotationProcessor>io.stepwright.processor.StepwrightProcessor"
                    + "</annotationProcessor>"));
  }

  private static String paths(String paths) {
    return "<annotationProcessorPaths>" + paths + "</annotationProcessorPaths>";
  }

  /** Returns the resulting configuration, without white space between its elements. */
  private static String applied(@Nullable String configuration, boolean searchesClassPath)
      throws Exception {
    PluginExecution execution = new PluginExecution();
    if (configuration != null) {
      execution.setConfiguration(
          Xpp3DomBuilder.build(
              new StringReader("<configuration>" + configuration + "</configuration>")));
    }
    Artifact other =
        new DefaultArtifact("g", "other", "2", "compile", "jar", "", new DefaultArtifactHandler());
    new CompilerSetup("1", "/a:/b c", "/m", () -> List.of(other))
        .apply(execution, searchesClassPath);
    return execution
        .getConfiguration()
        .toString()
        .replaceAll(">\\s+<", "><")
        .replaceAll("<\\?xml.*?\\?>\\s*", "")
        .replaceAll("^<configuration>|</configuration>$", "");
  }
}
