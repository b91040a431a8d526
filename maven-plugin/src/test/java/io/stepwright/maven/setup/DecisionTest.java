package io.stepwright.maven.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class DecisionTest {

  private final Model model = new Model();
  private final Plugin plugin = plugin("io.stepwright", "stepwright-maven-plugin");
  private final Plugin compiler = plugin("org.apache.maven.plugins", "maven-compiler-plugin");
  private final Properties user = new Properties();

  DecisionTest() {
    plugin.setExtensions(true);
    plugin.setVersion("1");
    model.setBuild(new Build());
    model.getBuild().addPlugin(plugin);
    model.getBuild().addPlugin(compiler);
  }

  @Test
  void needsTheRuntime() {
    assertThat(decision()).isEqualTo(Decision.NO_RUNTIME);
    dependency("stepwright-processor", "provided");
    assertThat(decision()).isEqualTo(Decision.NO_RUNTIME);
    dependency("stepwright-runtime", "test");
    assertThat(decision()).isEqualTo(Decision.NO_RUNTIME);
    dependency("stepwright-openai", "compile");
    assertThat(decision()).isEqualTo(Decision.SET_UP);
  }

  @Test
  void canBeForcedAndTurnedOff() {
    model.addProperty("stepwright.build.setup", "always");
    assertThat(decision()).isEqualTo(Decision.SET_UP);
    user.setProperty("stepwright.build.setup", "never");
    assertThat(decision()).isEqualTo(Decision.TURNED_OFF);
    user.setProperty("stepwright.build.setup", "always");
    user.setProperty("stepwright.build.skip", "");
    assertThat(decision()).isEqualTo(Decision.TURNED_OFF);
    user.setProperty("stepwright.build.skip", "false");
    assertThat(decision()).isEqualTo(Decision.SET_UP);
  }

  @Test
  void needsExtensionsOfThisVersionAndACompiler() {
    dependency("stepwright-core", "compile");
    plugin.setVersion("2");
    assertThat(decision()).isEqualTo(Decision.OTHER_VERSION);
    plugin.setVersion("1");
    model.getBuild().removePlugin(compiler);
    model.getBuild().flushPluginMap();
    assertThat(decision()).isEqualTo(Decision.NOTHING_COMPILED);
    plugin.setExtensions(false);
    assertThat(decision()).isEqualTo(Decision.NOT_USED);
  }

  private Decision decision() {
    return Decision.of(
        new MavenProject(model),
        new BuildProperties(user, model.getProperties(), new Properties()),
        "1");
  }

  private void dependency(String artifact, String scope) {
    Dependency dependency = new Dependency();
    dependency.setGroupId("io.stepwright");
    dependency.setArtifactId(artifact);
    dependency.setScope(scope);
    model.addDependency(dependency);
  }

  private static Plugin plugin(String group, String artifact) {
    Plugin plugin = new Plugin();
    plugin.setGroupId(group);
    plugin.setArtifactId(artifact);
    return plugin;
  }
}
