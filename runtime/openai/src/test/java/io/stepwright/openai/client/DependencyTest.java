package io.stepwright.openai.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyTest {

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepwright.openai");

  @Test
  void coreIsMetOnlyThroughItsSpiAndItsTimer() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.stepwright.openai..",
            "io.stepwright.spi",
            "io.stepwright.background",
            "com.fasterxml.jackson.core..",
            "com.google.auto.service..",
            "org.jspecify..",
            "javax.net.ssl",
            "java..")
        .check(ours);
  }

  /** The classes that read bodies know bytes only. */
  @Test
  void readersOfBodiesKnowBytesOnly() {
    stands("reply", "com.fasterxml.jackson.core..");
  }

  /** The classes that write bodies do not know how they are sent. */
  @Test
  void writersOfBodiesKnowRequestsOnly() {
    stands("request", "com.fasterxml.jackson.core..", "io.stepwright.spi");
  }

  private void stands(String name, String... others) {
    classes()
        .that()
        .resideInAPackage("io.stepwright.openai." + name)
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("io.stepwright.openai." + name)
                .or(JavaClass.Predicates.resideInAnyPackage(others))
                .or(JavaClass.Predicates.resideInAnyPackage("org.jspecify..", "java..")))
        .check(ours);
  }

  @Test
  void onlyTheFactoryIsPublic() {
    classes()
        .that()
        .resideInAPackage("io.stepwright.openai")
        .and()
        .arePublic()
        .and()
        .areNotMemberClasses()
        .should()
        .haveSimpleName("OpenAiClientFactory")
        .check(ours);
  }
}
