package io.stepwright.maven.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The repositories that projects use: one with the jars of this build, and the local repository of
 * this build, both read as if they were remote. Downloads go to a repository of their own.
 */
final class Repositories {

  private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");

  /** Matches the first artifact id after that of the parent, if there is a parent. */
  private static final Pattern ARTIFACT =
      Pattern.compile("(?s)\\A(?:.*</parent>)?.*?<artifactId>([^<]+)</artifactId>");

  private static final String SETTINGS =
      """
      <settings>
        <profiles>
          <profile>
            <id>outer</id>
            <repositories>
              %1$s
              %2$s
            </repositories>
            <pluginRepositories>
              %3$s
              %4$s
            </pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles>
          <activeProfile>outer</activeProfile>
        </activeProfiles>
      </settings>
      """;

  private Repositories() {}

  /** Creates the repositories and returns the settings that name them. */
  static Path settings() {
    Path root = Path.of(Environment.get("root"));
    Path staged = Environment.target().resolve("staged");
    try {
      // Copies of an earlier run may be outdated.
      Folders.delete(local().resolve("io/stepwright"));
      Files.createDirectories(local());
      stage(root.resolve("pom.xml"), null, "stepwright-parent", staged);
      Matcher module = MODULE.matcher(Files.readString(root.resolve("pom.xml")));
      while (module.find()) {
        stageModule(root.resolve(module.group(1)), staged);
      }
      Path outer = Path.of(Environment.get("repository"));
      Path settings = Environment.target().resolve("settings.xml");
      Files.writeString(
          settings,
          SETTINGS.formatted(
              repository("repository", "staged", staged),
              repository("repository", "outer", outer),
              repository("pluginRepository", "staged", staged),
              repository("pluginRepository", "outer", outer)));
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder for the projects' downloads. */
  static Path local() {
    return Environment.target().resolve("repository");
  }

  private static void stageModule(Path module, Path staged) throws IOException {
    Path pom = module.resolve("pom.xml");
    Matcher artifact = ARTIFACT.matcher(Files.readString(pom));
    if (!artifact.find()) {
      throw new IllegalStateException(pom + " has no artifact id");
    }
    String name = artifact.group(1) + "-" + Environment.get("version");
    Path jar = module.resolve("target/" + name + ".jar");
    if (Files.exists(jar)) {
      Path reduced = module.resolve("dependency-reduced-pom.xml");
      stage(Files.exists(reduced) ? reduced : pom, jar, artifact.group(1), staged);
    } else if (Files.readString(pom).contains("<packaging>pom</packaging>")) {
      stage(pom, null, artifact.group(1), staged);
    }
  }

  private static void stage(Path pom, @Nullable Path jar, String artifact, Path staged)
      throws IOException {
    String version = Environment.get("version");
    Path folder = staged.resolve("io/stepwright").resolve(artifact).resolve(version);
    Files.createDirectories(folder);
    Path base = folder.resolve(artifact + "-" + version);
    Files.copy(pom, Path.of(base + ".pom"), StandardCopyOption.REPLACE_EXISTING);
    if (jar != null) {
      Files.copy(jar, Path.of(base + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String repository(String tag, String id, Path folder) {
    String policy =
        "<enabled>true</enabled><updatePolicy>never</updatePolicy>"
            + "<checksumPolicy>ignore</checksumPolicy>";
    return String.join(
        "",
        List.of(
            "<" + tag + "><id>" + id + "</id>",
            "<url>" + folder.toUri() + "</url>",
            "<releases>" + policy + "</releases>",
            "<snapshots>" + policy + "</snapshots>",
            "</" + tag + ">"));
  }
}
