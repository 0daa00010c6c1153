package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.output.data.ResultJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTML report of a run in a fresh JVM, which has all that a replay does not. */
class HtmlReportIT {

  private static final String OWN = "--classpath=" + System.getProperty("lightspeed.testClasses");
  private static final String CHECKOUT = "--workload=com.example.shop.Checkout";

  @TempDir Path folder;

  @Test
  void aRunKnowsTheKindsOfEventsAndWhereTheWorkWent() {
    Lightspeed lightspeed = new Lightspeed(folder);
    CommandRun plain = lightspeed.run("run", OWN, CHECKOUT, "--events=20", "--out=plain.json");
    CommandRun attributed =
        lightspeed.run(
            "run",
            OWN,
            CHECKOUT,
            "--events=20",
            "--attribute",
            "--out=report.json",
            "--out=csv=figures.csv",
            "--out=html=report.html");

    assertThat(attributed).isEqualTo(plain);
    assertThat(ResultJson.readReport(folder.resolve("report.json")))
        .isEqualTo(ResultJson.readReport(folder.resolve("plain.json")));
    assertThat(lightspeed.file("figures.csv")).startsWith("workload,figure,value,");
    assertThat(lightspeed.file("report.html"))
        .contains("Payload by event type", "Where the work went", "com.example.shop.Checkout");
  }
}
