using System.Globalization;
using System.Text.Json.Nodes;
using Integral.Platform.Sheets;
using Integral.Workflows.Activities;
using Integral.Workflows.Contracts;
using Integral.Workflows.Definitions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Integral.Workflows.Pages.Admin.Workflows;

/// <summary>What is asked at a step, as lines of a form: those that there are, and one more.</summary>
internal static class FormQuestions
{
    /// <param name="said">The step's properties.</param>
    /// <param name="name">Of the controls.</param>
    /// <param name="outcomes">In what the step can end.</param>
    public static IEnumerable<AskedSetting> Ask(JsonObject said, string name, IReadOnlyList<string> outcomes, Texts texts)
    {
        var fields = FormField.Read(said);
        for (var i = 0; i < Math.Min(fields.Count + 1, FormField.Most); i++)
        {
            var (field, at, number) = (fields.ElementAtOrDefault(i), $"{name}[{i}]", i + 1);
            yield return new([
                new($"{at}.Label", texts["Question {0}", number], "text") { MaxLength = 200, Value = field is null ? null : texts[field.Label] },
                new($"{at}.Kind", texts["Question {0}: how it is answered", number], "select") { Items = [.. Enum.GetValues<FormFieldKind>().Select(k => new SelectListItem(texts.Say(k.Word()), $"{k}"))], Chosen = [$"{field?.Kind ?? FormFieldKind.Text}"] },
                new($"{at}.Choices", texts["Question {0}: answers to choose from, one a line", number], "textarea") { Rows = 3, MaxLength = 10_000, Value = field is null ? null : string.Join('\n', field.Choices.Select(c => texts[c])) },
                new($"{at}.RequiredFor", texts["Question {0}: decisions that need the answer", number], "select") { IsMany = true, Items = [.. outcomes.Select(o => new SelectListItem(texts[o], o))], Chosen = field?.RequiredFor ?? [] },
                new($"{at}.Name", texts["Question {0}: its name in conditions", number], "text") { MaxLength = 40, Value = field?.Name, Hint = texts["Left empty, it is made of the question."] },
            ]);
        }
    }

    /// <summary>What stands in the form, as definitions write it; as before where it says the same.</summary>
    public static JsonNode? Take(JsonObject properties, IFormCollection sent, string name, Func<string, string> source)
    {
        var before = properties[UserTask.Form];
        if (!sent.ContainsKey($"{name}[0].Kind")) return before;
        var fields = new List<FormField>();
        foreach (var at in Enumerable.Range(0, FormField.Most).Select(i => $"{name}[{i}]").Where(at => $"{sent[$"{at}.Label"]}".Trim().Length > 0))
        {
            var label = $"{sent[$"{at}.Label"]}".Trim();
            var kind = Enum.TryParse<FormFieldKind>($"{sent[$"{at}.Kind"]}", out var said) && Enum.IsDefined(said) ? said : FormFieldKind.Text;
            var called = $"{sent[$"{at}.Name"]}".Trim();
            fields.Add(new(called.Length > 0 ? called : NameFor(label, fields), source(label), kind)
            {
                Choices = kind == FormFieldKind.Choice ? [.. $"{sent[$"{at}.Choices"]}".Split('\n').Select(c => source(c.Trim())).Where(c => c.Length > 0).Distinct()] : [],
                RequiredFor = [.. sent[$"{at}.RequiredFor"].OfType<string>().Where(o => o.Length > 0).Distinct()],
            });
        }
        var (now, known) = (Written(fields), Written(FormField.Read(properties)));
        return JsonNode.DeepEquals(now, known) ? before : now;
    }

    /// <summary>Decisions are called something else, or are gone: what needs them goes with them.</summary>
    /// <param name="called">The new name of a former one.</param>
    public static void Rename(JsonObject properties, IReadOnlyDictionary<string, string> called, IReadOnlyList<string> outcomes)
    {
        foreach (var field in (properties[UserTask.Form] as JsonArray ?? []).OfType<JsonObject>().Where(f => f[nameof(FormField.RequiredFor)] is not null))
        {
            var needs = Node.Texts(field, nameof(FormField.RequiredFor)).Select(n => called.GetValueOrDefault(n) ?? n).Where(outcomes.Contains).Select(n => (JsonNode?)n).ToArray();
            if (needs.Length > 0) field[nameof(FormField.RequiredFor)] = new JsonArray(needs);
            else field.Remove(nameof(FormField.RequiredFor));
        }
    }

    private static JsonArray? Written(IReadOnlyList<FormField> fields) => fields.Count == 0 ? null : new([.. fields.Select(f => (JsonNode?)f.ToJson())]);

    private static string NameFor(string label, List<FormField> others)
    {
        var name = Transliteration.Slug(label, 30).Replace('-', '_');
        if (name.Length == 0 || !char.IsAsciiLetterLower(name[0])) name = $"q_{name}".TrimEnd('_');
        return Enumerable.Range(1, others.Count + 1).Select(n => n == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}_{n}")).First(free => others.TrueForAll(o => o.Name != free));
    }
}
