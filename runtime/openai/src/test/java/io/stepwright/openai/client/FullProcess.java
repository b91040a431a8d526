package io.stepwright.openai.client;

import io.stepwright.spi.ModelClientException;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The program of a child JVM: makes calls while no file descriptor is left, and again later. */
final class FullProcess {

  private FullProcess() {}

  /**
   * Runs the program.
   *
   * @param arguments the base URL of a server that closes connections
   */
  public static void main(String[] arguments) throws Exception {
    try (OpenAiModelClient client = Calls.client(arguments[0])) {
      System.out.println(client.call(Calls.request("Hello")).text());
      List<FileInputStream> files = new ArrayList<>();
      ModelClientException failure = null;
      while (failure == null) {
        fill(files);
        try {
          // Succeeds if the connection of the call before was closed only after the filling.
          client.call(Calls.request("Hello"));
        } catch (ModelClientException e) {
          failure = e;
        }
      }
      for (FileInputStream file : files) {
        file.close();
      }
      System.out.println(failure.kind() + " " + failure.retryable());
      System.out.println(failure.getMessage());
      System.out.println(client.call(Calls.request("Hello")).text());
    }
  }

  /** Opens files until no file descriptor is left. */
  private static void fill(List<FileInputStream> files) {
    try {
      while (true) {
        files.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException e) {
      // Full.
    }
  }
}
