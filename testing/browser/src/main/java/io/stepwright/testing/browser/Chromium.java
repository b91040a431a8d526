package io.stepwright.testing.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium. Each call runs a new process with a new profile, which is ended by its
 * process id. Thread-safe, because it has no state.
 */
public final class Chromium {

  /** Instructions for machines on which {@link #isAvailable} returns false. */
  public static final String HOW_TO_INSTALL =
      "There is no Chromium: apt-get install -y --no-install-recommends chromium,"
          + " or set STEPWRIGHT_TEST_CHROMIUM to the executable";

  private static final long LIMIT_SECONDS = 90;

  private final Path executable;

  private Chromium(Path executable) {
    this.executable = executable;
  }

  /** The colour scheme that the browser reports to the page. */
  public enum Scheme {
    LIGHT,
    DARK
  }

  /** Returns whether {@link #find} can find a browser. */
  public static boolean isAvailable() {
    return executable().isPresent();
  }

  /**
   * Returns the browser.
   *
   * @throws IllegalStateException if there is none; the message says how to install it
   */
  public static Chromium find() {
    return new Chromium(executable().orElseThrow(() -> new IllegalStateException(HOW_TO_INSTALL)));
  }

  /**
   * Opens a page, evaluates an expression in it, and returns the result. The result also lists the
   * errors and the network requests of the page.
   *
   * @param html the page, which may contain scripts
   * @param expression a JavaScript expression whose value is converted to JSON
   * @return the JSON: an object with {@code value}, {@code errors} and {@code requests}
   */
  public String evaluate(String html, Scheme scheme, String expression) {
    return evaluate(html, scheme, 1600, expression);
  }

  /**
   * Evaluates like {@link #evaluate(String, Scheme, String)}, in a window of another width.
   *
   * @param width the width of the window in CSS pixels
   */
  public String evaluate(String html, Scheme scheme, int width, String expression) {
    String watch =
        "<script>window.__errors=[];for(const t of ['error','securitypolicyviolation'])"
            + "addEventListener(t,e=>__errors.push(t+': '+(e.message||e.blockedURI)),true);"
            + "</script>";
    String report =
        "<script>addEventListener('load',()=>{let r;try{r={value:("
            + expression
            + ")}}catch(e){__errors.push(String(e))};const p=document.createElement('pre');"
            + "p.textContent='@@@'+encodeURIComponent(JSON.stringify({...r,errors:__errors,"
            + "requests:performance.getEntriesByType('resource').map(q=>q.name)}))+'@@@';"
            + "document.documentElement.append(p)})</script>";
    String page =
        html.contains("<head>")
            ? html.replaceFirst("<head>", "<head>" + watch) + report
            : "<!doctype html>" + watch + html + report;
    String dom = run(page, scheme, width, 1200, List.of("--dump-dom"), null);
    String[] parts = dom.split("@@@");
    // The script that writes the marker contains it twice itself, so the answer is the last part
    // but one.
    if (parts.length < 3) {
      throw new IllegalStateException("The page did not answer:\n" + dom);
    }
    return URLDecoder.decode(parts[parts.length - 2].replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /**
   * Writes a screenshot of a page.
   *
   * @param png the file
   */
  public void screenshot(String html, Scheme scheme, int width, int height, Path png) {
    run(html, scheme, width, height, List.of(), png);
  }

  private String run(
      String html, Scheme scheme, int width, int height, List<String> options, @Nullable Path png) {
    @Nullable Path folder = null;
    try {
      folder = Files.createTempDirectory("chromium");
      Path page = Files.writeString(folder.resolve("page.html"), html);
      Path out = folder.resolve("out");
      List<String> command = new ArrayList<>();
      command.add(executable.toString());
      command.addAll(List.of("--headless=new", "--no-sandbox", "--disable-gpu"));
      command.addAll(List.of("--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run"));
      command.addAll(List.of("--disable-background-networking", "--disable-extensions"));
      command.add("--force-device-scale-factor=1");
      command.add("--window-size=" + width + "," + height);
      command.add("--user-data-dir=" + folder.resolve("profile"));
      command.add("--blink-settings=preferredColorScheme=" + (scheme == Scheme.DARK ? 0 : 1));
      command.addAll(options);
      if (png != null) {
        command.add("--screenshot=" + png.toAbsolutePath());
      }
      command.add(page.toUri().toString());
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(folder.resolve("err").toFile())
              .start();
      try {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException(
              "Chromium did not end:\n" + Files.readString(folder.resolve("err")));
        }
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      return Files.readString(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      delete(folder);
    }
  }

  /**
   * Deletes a folder. The browser's helper processes may still write into it for a moment;
   * remaining files stay in the temporary folder.
   */
  private static void delete(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }

  private static Optional<Path> executable() {
    String given = System.getenv("STEPWRIGHT_TEST_CHROMIUM");
    if (given != null && !given.isBlank()) {
      return Optional.of(Path.of(given));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
      for (String folder : path.split(File.pathSeparator)) {
        Path file = Path.of(folder.isEmpty() ? "." : folder, name);
        if (Files.isExecutable(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }
}
