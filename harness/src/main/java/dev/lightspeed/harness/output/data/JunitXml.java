package dev.lightspeed.harness.output.data;

import dev.lightspeed.harness.markup.Html;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.ReportSignature;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.run.Finding;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.Ungated;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report that CI servers show as tests: a suite for each scenario, which has the figures as its
 * properties, and in it a test for each check. A scenario that nothing was applied to is skipped.
 *
 * <p>There is no time in it, because nothing here has been timed.
 */
public final class JunitXml {

  private static final String ROOT = "lightspeed";

  private final XMLStreamWriter xml;
  private int depth;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The text of the file. */
  public static String write(Outcome outcome) {
    StringWriter text = new StringWriter();
    try {
      // The JDK's own, whatever the class path offers: another would write other bytes.
      new JunitXml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text)).page(outcome);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string can always be written to", e);
    }
    return text.toString();
  }

  private void page(Outcome outcome) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    start("testsuites");
    attribute("name", ROOT);
    counts(
        outcome.findings().size() + outcome.ungated().size(),
        outcome.failures().size(),
        outcome.ungated().size());
    property("signature", ReportSignature.of(outcome.report()), true);
    for (String workload : outcome.workloads()) {
      suite(outcome, workload);
    }
    if (!outcome.findings("").isEmpty()) {
      suite(outcome, "");
    }
    end();
    xml.writeCharacters("\n");
  }

  private void suite(Outcome outcome, String workload) throws XMLStreamException {
    List<Finding> findings = outcome.findings(workload);
    List<Ungated> ungated =
        outcome.ungated().stream().filter(each -> each.workload().equals(workload)).toList();
    String name = ROOT + (workload.isEmpty() ? ".coverage" : "." + workload);
    start("testsuite");
    attribute("name", name);
    long failures = findings.stream().filter(Finding::failed).count();
    counts(findings.size() + ungated.size(), failures, ungated.size());
    attribute("errors", "0");
    for (ScenarioReport scenario : outcome.report().scenarios()) {
      if (scenario.workload().equals(workload)) {
        figures(scenario);
      }
    }
    for (Ungated each : ungated) {
      test(name, "budget");
      empty("skipped");
      attribute("message", each.inWords());
      end();
    }
    for (Finding finding : findings) {
      finding(name, finding);
    }
    end();
  }

  private void figures(ScenarioReport scenario) throws XMLStreamException {
    start("properties");
    for (Figure figure : Figure.values()) {
      property(figure.key(), Long.toString(figure.of(scenario)), false);
    }
    end();
  }

  private void finding(String suite, Finding finding) throws XMLStreamException {
    boolean coverage = finding.workload().isEmpty();
    test(suite, finding.gate().word() + ": " + (coverage ? finding.message() : finding.subject()));
    if (finding.failed()) {
      empty("failure");
      attribute("type", finding.gate().word());
      attribute("message", finding.message());
    } else {
      line();
      xml.writeStartElement("system-out");
      xml.writeCharacters(Html.shown(finding.message()));
      xml.writeEndElement();
    }
    end();
  }

  private void test(String suite, String name) throws XMLStreamException {
    start("testcase");
    attribute("classname", suite);
    attribute("name", name);
  }

  private void counts(long tests, long failures, long skipped) throws XMLStreamException {
    attribute("tests", Long.toString(tests));
    attribute("failures", Long.toString(failures));
    attribute("skipped", Long.toString(skipped));
  }

  private void property(String name, String value, boolean alone) throws XMLStreamException {
    if (alone) {
      start("properties");
    }
    empty("property");
    attribute("name", name);
    attribute("value", value);
    if (alone) {
      end();
    }
  }

  private void start(String element) throws XMLStreamException {
    line();
    xml.writeStartElement(element);
    depth++;
  }

  private void empty(String element) throws XMLStreamException {
    line();
    xml.writeEmptyElement(element);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Html.shown(value));
  }

  private void end() throws XMLStreamException {
    depth--;
    line();
    xml.writeEndElement();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
