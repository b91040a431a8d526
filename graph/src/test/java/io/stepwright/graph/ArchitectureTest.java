package io.stepwright.graph;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Dependencies between packages point one way. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.stepwright.graph");

  @Test
  void packagesDependOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("layout")
        .definedBy("..graph.layout..")
        .layer("drawing")
        .definedBy("..graph.drawing..")
        .layer("source")
        .definedBy("..graph.source..")
        .layer("analysis")
        .definedBy("..graph.analysis..")
        .layer("measured")
        .definedBy("..graph.measured..")
        .layer("picture")
        .definedBy("..graph.picture..")
        .layer("format")
        .definedBy("..graph.format..")
        .layer("command")
        .definedBy("..graph.command..")
        .whereLayer("layout")
        .mayNotAccessAnyLayer()
        .whereLayer("drawing")
        .mayOnlyAccessLayers("layout")
        .whereLayer("source")
        .mayNotAccessAnyLayer()
        .whereLayer("analysis")
        .mayNotAccessAnyLayer()
        .whereLayer("measured")
        .mayOnlyAccessLayers("analysis")
        .whereLayer("picture")
        .mayOnlyAccessLayers("analysis", "source", "drawing")
        .whereLayer("format")
        .mayOnlyAccessLayers("picture", "analysis", "drawing")
        .check(CLASSES);
  }

  @Test
  void drawingNeedsNoLibrary() {
    noClasses()
        .that()
        .resideInAnyPackage("..graph.layout..", "..graph.drawing..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(CLASSES);
  }
}
