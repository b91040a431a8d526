package io.stepwright.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.maven.it.support.Build;
import io.stepwright.maven.it.support.Environment;
import io.stepwright.maven.it.support.Poms;
import io.stepwright.maven.it.support.Project;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Other annotation processors in the same project. */
class OtherProcessorsTest {

  private static final String LOMBOK = Environment.get("lombok");
  private static final String MAPSTRUCT = Environment.get("mapstruct");

  private static final String LOMBOK_DEPENDENCY =
      Poms.dependency("org.projectlombok", "lombok", LOMBOK, "provided");
  private static final String MAPSTRUCT_DEPENDENCY =
      Poms.dependency("org.mapstruct", "mapstruct", MAPSTRUCT, "compile");

  private static final String MAPPER =
      """
      package app;

      @org.mapstruct.Mapper
      public interface Mapper {
        record From(String name) {}

        record To(String name) {}

        To map(From from);
      }
      """;

  /** An agent over a type whose accessors Lombok writes. */
  @Test
  void lombokBesideUs() throws IOException {
    String paths = Poms.processorPath("org.projectlombok:lombok:" + LOMBOK);
    Project project =
        Project.named("lombok")
            .file(
                "pom.xml",
                Poms.jar(LOMBOK_DEPENDENCY + Poms.CORE, Poms.EXTENSION + Poms.compiler(paths)))
            .file(
                "src/main/java/app/Person.java",
                """
                package app;

                @lombok.Value
                public class Person {
                  String name;
                  int age;
                }
                """)
            .file(
                "src/main/java/app/Greeter.java",
                Sources.GREETER.replace("String name", "Person person"))
            .file("src/main/resources/greet.md", "Greet {{person.name}}, {{person.age}}.");

    project.build("process-classes").succeeds();

    assertThat(project.text("target/generated-sources/annotations/app/WiredGreeter.java"))
        .contains("person.getName()");
  }

  @Test
  void mapStructInItsOwnBlock() throws IOException {
    String paths = Poms.processorPath("org.mapstruct:mapstruct-processor:" + MAPSTRUCT);
    Project project =
        Project.named("mapstruct")
            .file(
                "pom.xml",
                Poms.jar(MAPSTRUCT_DEPENDENCY + Poms.CORE, Poms.EXTENSION + Poms.compiler(paths)))
            .file("src/main/java/app/Mapper.java", MAPPER)
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER);

    Build build = project.build("-X", "process-classes").succeeds();

    assertThat(project.path("target/classes/app/MapperImpl.class")).exists();
    assertThat(project.path("target/classes/app/WiredDoubler.class")).exists();
    String text = build.text();
    assertThat(text.indexOf("<artifactId>mapstruct-processor</artifactId>"))
        .as("what the pom says comes first")
        .isPositive()
        .isLessThan(text.indexOf("<artifactId>stepwright-processor</artifactId>"));
  }

  /**
   * Up to JDK 22 javac finds the processor on the class path, and a processor path for Stepwright
   * must not prevent that. Later JDKs do not search the class path, and the extension must not make
   * them.
   */
  @Test
  void mapStructOnTheClassPathAlone() throws IOException {
    String processor =
        Poms.dependency("org.mapstruct", "mapstruct-processor", MAPSTRUCT, "provided");
    Project project =
        Project.named("mapstruct-class-path")
            .file("pom.xml", Poms.jar(MAPSTRUCT_DEPENDENCY + processor + Poms.CORE, Poms.EXTENSION))
            .file("src/main/java/app/Mapper.java", MAPPER)
            .file("src/main/java/app/Doubler.java", Sources.DOUBLER);

    project.build("process-classes").succeeds();

    boolean found = java.nio.file.Files.exists(project.path("target/classes/app/MapperImpl.class"));
    assertThat(found).isEqualTo(Environment.jdk() < 23);
    assertThat(project.path("target/classes/app/WiredDoubler.class")).exists();
  }
}
