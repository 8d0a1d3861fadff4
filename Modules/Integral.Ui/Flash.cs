using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Integral.Ui;

/// <summary>A message that the next page shows once: <c>flash.Good(T.Say(…), undo: Url.Page("Undo", new { id }))</c>.</summary>
public sealed class Flash(Texts texts, IHttpContextAccessor http, ITempDataDictionaryFactory tempData)
{
    internal const string Cookie = "integral.flash";
    private const string Key = "flash";

    private ITempDataDictionary Kept => tempData.GetTempData(http.HttpContext!);

    // undo: the address to which a form is posted that takes the action back.
    public void Good(Sentence sentence, string? undo = null) => Say("good", sentence, undo);
    public void Warn(Sentence sentence, string? undo = null) => Say("warn", sentence, undo);
    public void Bad(Sentence sentence) => Say("bad", sentence, null);

    // Only looked for where there is one: looking writes a cookie, and a page with a cookie can't be kept for others.
    internal FlashMessage? Take() => http.HttpContext!.Request.Cookies.Keys.Any(k => k.StartsWith(Cookie, StringComparison.Ordinal)) && Kept[Key] is string json ? JsonSerializer.Deserialize<FlashMessage>(json) : null;

    private void Say(string tone, Sentence sentence, string? undo) =>
        Kept[Key] = JsonSerializer.Serialize(new FlashMessage(tone, texts.Say(sentence), undo));
}

internal sealed record FlashMessage(string Tone, string Text, string? Undo);
