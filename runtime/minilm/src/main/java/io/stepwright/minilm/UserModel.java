package io.stepwright.minilm;

import io.stepwright.spi.cache.CacheConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A user's own model, in files. */
record UserModel(Path model, Path tokenizerFile) implements ModelSource {

  private static final int DIGITS = 16;

  static UserModel of(String model, String tokenizer) throws CacheConfigurationException {
    return new UserModel(
        readable("stepwright.embedder.model", model),
        readable("stepwright.embedder.tokenizer", tokenizer));
  }

  /** Returns a digest of the files: a path may hold another model tomorrow, with other vectors. */
  @Override
  public String name() throws CacheConfigurationException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(digest(model));
      digest.update(digest(tokenizerFile));
      return "onnx-" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (IOException failure) {
      throw new CacheConfigurationException(
          "The embedder's files %s and %s cannot be read: %s"
              .formatted(model, tokenizerFile, failure),
          failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("Every JDK has SHA-256.", impossible);
    }
  }

  @Override
  public String described() {
    return model + " (stepwright.embedder.model)";
  }

  @Override
  public InputStream tokenizer() throws IOException {
    return Files.newInputStream(tokenizerFile);
  }

  @Override
  public <T> T withModel(FileLoader<T> loader) throws CacheConfigurationException {
    return loader.load(model);
  }

  private static byte[] digest(Path file) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return digest.digest();
  }

  private static Path readable(String key, String setting) throws CacheConfigurationException {
    Path path;
    try {
      path = Path.of(setting);
    } catch (InvalidPathException invalid) {
      throw new CacheConfigurationException(
          "%s is '%s', which is no path: %s".formatted(key, setting, invalid.getReason()), invalid);
    }
    if (!Files.exists(path)) {
      throw new CacheConfigurationException(
          "%s is '%s', and there is no such file; looked for %s."
              .formatted(key, setting, path.toAbsolutePath()),
          null);
    }
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new CacheConfigurationException(
          "%s is '%s', which is not a file that this process can read."
              .formatted(key, path.toAbsolutePath()),
          null);
    }
    return path;
  }
}
