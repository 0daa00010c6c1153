package dev.lightspeed.corpus.programs;

import com.samskivert.mustache.Mustache;
import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Template engines, each with the page that its users would write: a table, loops, escaping. */
final class TemplatePrograms {

  private TemplatePrograms() {}

  static List<Program> list() {
    return List.of(
        new Program("freemarker_page", Family.TEMPLATES, TemplatePrograms::freemarker),
        new Program("mustache_page", Family.TEMPLATES, TemplatePrograms::mustache),
        new Program("pebble_page", Family.TEMPLATES, TemplatePrograms::pebble),
        new Program("thymeleaf_page", Family.TEMPLATES, TemplatePrograms::thymeleaf));
  }

  private static Pass freemarker() throws IOException {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setNumberFormat("computer");
    configuration.setLocale(Locale.ROOT);
    Template template =
        new Template(
            "page",
            """
            <#macro cell value><td>${value}</td></#macro>
            <h1>${title?upper_case}</h1>
            <table>
            <#list people as person>
              <tr class="${person?item_parity}"><@cell person.name/><@cell person.mail/>
              <#if person.active><@cell person.age/><#else><@cell "-"/></#if>
              <td><#list person.tags as tag>${tag?cap_first}<#sep>, </#list></td></tr>
            </#list>
            </table>
            <p>${people?size} people, ${people?filter(p -> p.active)?size} active</p>
            """,
            configuration);
    Map<String, Object> model = model(Inputs.people(Inputs.random("freemarker"), 40));
    return () -> {
      StringWriter out = new StringWriter();
      template.process(model, out);
      return out.toString();
    };
  }

  private static Pass mustache() {
    com.samskivert.mustache.Template template =
        Mustache.compiler()
            .compile(
                """
                <h1>{{title}}</h1>
                <ul>
                {{#people}}
                  <li id="p{{id}}">{{name}} &lt;{{mail}}&gt;
                  {{#active}}<b>{{age}}</b>{{/active}}{{^active}}<i>gone</i>{{/active}}
                  {{#tags}}<span>{{.}}</span>{{/tags}}</li>
                {{/people}}
                </ul>
                """);
    Map<String, Object> model = model(Inputs.people(Inputs.random("mustache"), 120));
    return () -> template.execute(model);
  }

  private static Pass pebble() {
    PebbleEngine engine =
        new PebbleEngine.Builder()
            .loader(new StringLoader())
            .defaultLocale(Locale.ROOT)
            .autoEscaping(true)
            .build();
    PebbleTemplate template =
        engine.getLiteralTemplate(
            """
            {% macro field(label, value) %}<dt>{{ label }}</dt><dd>{{ value }}</dd>{% endmacro %}
            <h1>{{ title | capitalize }}</h1>
            {% for person in people %}
            <dl class="{{ loop.index % 2 == 0 ? 'even' : 'odd' }}">
            {{ field('name', person.name) }}{{ field('mail', person.mail | lower) }}
            {% if person.active and person.age > 30 %}{{ field('age', person.age) }}{% endif %}
            {% for tag in person.tags %}<span>{{ tag | upper }}</span>{% endfor %}
            </dl>
            {% endfor %}
            """);
    Map<String, Object> model = model(Inputs.people(Inputs.random("pebble"), 60));
    return () -> {
      StringWriter out = new StringWriter();
      template.evaluate(out, model);
      return out.toString();
    };
  }

  private static Pass thymeleaf() {
    StringTemplateResolver resolver = new StringTemplateResolver();
    resolver.setCacheable(true);
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    String template =
        """
        <html><body><h1 th:text="${title}">title</h1>
        <table><tr th:each="person, row : ${people}" th:class="${row.odd} ? 'odd' : 'even'">
          <td th:text="${person.name}">name</td>
          <td><a th:href="|mailto:${person.mail}|" th:text="${person.mail}">mail</a></td>
          <td th:if="${person.active}" th:text="${person.age + 1}">age</td>
          <td th:unless="${person.active}">-</td>
        </tr></table></body></html>
        """;
    Context context =
        new Context(Locale.ROOT, model(Inputs.people(Inputs.random("thymeleaf"), 15)));
    return () -> engine.process(template, context);
  }

  private static Map<String, Object> model(List<Person> people) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "people & places");
    model.put("people", people);
    return model;
  }
}
