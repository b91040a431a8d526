package io.stepwright.maven.setup;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds annotation processors among the direct dependencies of a project. */
final class ClassPathProcessors {

  private static final Logger LOGGER = LoggerFactory.getLogger(ClassPathProcessors.class);

  private static final String SERVICE = "META-INF/services/javax.annotation.processing.Processor";

  private final RepositorySystem repositorySystem;
  private final MavenSession session;

  ClassPathProcessors(RepositorySystem repositorySystem, MavenSession session) {
    this.repositorySystem = repositorySystem;
    this.session = session;
  }

  /**
   * Returns the dependencies that are processors, in the order of the pom. A dependency that cannot
   * be resolved yet, such as a module of the same build, is left out.
   */
  List<Artifact> of(MavenProject project) {
    List<Artifact> processors = new ArrayList<>();
    for (Dependency dependency : project.getDependencies()) {
      if ("jar".equals(dependency.getType())
          && !"test".equals(dependency.getScope())
          && !"runtime".equals(dependency.getScope())
          && !isOurs(dependency)) {
        resolve(dependency, project)
            .filter(artifact -> isProcessor(artifact.getFile()))
            .ifPresent(processors::add);
      }
    }
    return processors;
  }

  private static boolean isOurs(Dependency dependency) {
    return Coordinates.GROUP.equals(dependency.getGroupId());
  }

  private Optional<Artifact> resolve(Dependency dependency, MavenProject project) {
    org.eclipse.aether.artifact.Artifact wanted =
        new DefaultArtifact(
            dependency.getGroupId(),
            dependency.getArtifactId(),
            dependency.getClassifier(),
            "jar",
            dependency.getVersion());
    try {
      return Optional.of(
          RepositoryUtils.toArtifact(
              repositorySystem
                  .resolveArtifact(
                      session.getRepositorySession(),
                      new ArtifactRequest(wanted, project.getRemoteProjectRepositories(), null))
                  .getArtifact()));
    } catch (ArtifactResolutionException e) {
      LOGGER.debug("Stepwright cannot tell whether {} is a processor: {}", wanted, e.toString());
      return Optional.empty();
    }
  }

  private static boolean isProcessor(File file) {
    if (!file.isFile()) {
      return false;
    }
    try (JarFile jar = new JarFile(file)) {
      return jar.getEntry(SERVICE) != null;
    } catch (IOException e) {
      LOGGER.debug("Stepwright cannot tell whether {} is a processor: {}", file, e.toString());
      return false;
    }
  }
}
