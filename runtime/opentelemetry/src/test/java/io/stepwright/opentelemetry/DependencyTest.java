package io.stepwright.opentelemetry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class DependencyTest {

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.stepwright.opentelemetry");

  @Test
  void theApiIsEnoughAndCoreIsMetThroughItsSpi() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.stepwright.opentelemetry",
            "io.stepwright.spi",
            // Messages of its exceptions may be reported.
            "io.stepwright.runtime",
            "io.opentelemetry.api..",
            "io.opentelemetry.context..",
            "com.fasterxml.jackson.core..",
            "com.google.auto.service..",
            "org.jspecify..",
            "java..")
        .check(ours);
  }

  @Test
  void onlyTheListenerAndThePropagatorArePublic() {
    classes().that().arePublic().should().haveSimpleNameStartingWith("OpenTelemetry").check(ours);
  }
}
