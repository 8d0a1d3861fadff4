using Integral.Platform.Recipes;

namespace Integral.Ui.Brand;

/// <summary>Ours: puts up a logo, a file beside the recipe or written in it. Colours and the rest are values of the settings step.</summary>
internal sealed class BrandLogoStep : IRecipeStep
{
    public const string StepName = "BrandLogo";

    public string Name => StepName;

    public async Task ApplyAsync(RecipeStep step, RecipeRun run)
    {
        try
        {
            var picture = Picture(step, run);
            var logo = Logo.Read(picture, run.Tenant.Id);
            if ((await BrandSettings.ReadAsync(run.Db)).Logo?.Hash == logo.Hash) return;     // run again
            Directory.CreateDirectory(run.Temporary);
            await File.WriteAllBytesAsync(Path.Combine(run.Temporary, logo.File), picture);
            await run.Db.PutSettingAsync(BrandSettings.Name, new() { ["Logo"] = logo.ToJson() });
            run.Did(T.Say("Logo put up: {0} × {1} points", logo.Width, logo.Height));
        }
        catch (RuleException rule) { run.Problem(step, "SourcePath", rule.Sentence); }
        catch (RecipeException missing) { run.Problem(step, "SourcePath", missing.Sentence); }
    }

    private static byte[] Picture(RecipeStep step, RecipeRun run)
    {
        if (step.Body.Text("SourcePath") is { } source) return run.File.ReadBytes(source);
        var text = step.Body.Text("Base64");
        Rule.Require(text is { Length: <= Logo.Largest * 2 }, "A file needs a SourcePath or a Base64.");
        var bytes = new byte[text.Length];
        Rule.Require(Convert.TryFromBase64String(text, bytes, out var length), "This isn't Base64.");
        return bytes[..length];
    }
}
