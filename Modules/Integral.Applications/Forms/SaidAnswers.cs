using System.Text.Json;

namespace Integral.Applications.Forms;

/// <summary>Answers as programs and recipes write them: an object of the questions' names, each with a text, a number, true or false, or a list of these.</summary>
internal static class SaidAnswers
{
    /// <exception cref="RuleException">An answer is none of these, or is said twice.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(JsonElement? said)
    {
        if (said is not { ValueKind: not JsonValueKind.Null } answers) return AnswerSheet.Nothing;
        Rule.Require(answers.ValueKind == JsonValueKind.Object, "Answers are an object of the questions' names.", "Answers");
        var read = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var answer in answers.EnumerateObject())
            if (!read.TryAdd(answer.Name, Values(answer.Name, answer.Value))) throw new RuleException(T.Say("'{0}' is answered twice.", answer.Name), "Answers");
        return read;
    }

    private static IReadOnlyList<string> Values(string name, JsonElement said) => said.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array when said.EnumerateArray().All(IsPlain) => [.. said.EnumerateArray().Select(Text)],
        _ when IsPlain(said) => [Text(said)],
        _ => throw new RuleException(T.Say("The answer to '{0}' is a text, a number, true or false, or a list of these.", name), "Answers"),
    };

    private static bool IsPlain(JsonElement one) => one.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    private static string Text(JsonElement one) => one.ValueKind switch
    {
        JsonValueKind.String => one.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => one.GetRawText(),
    };
}
