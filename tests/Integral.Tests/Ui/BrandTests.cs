using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Integral.Platform;
using Integral.Platform.Data;
using Integral.Platform.Files;
using Integral.Platform.Recipes;
using Integral.Platform.Settings;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Integral.Ui.Brand;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Ui;

/// <summary>An institution's own colours, logo and fonts (PLT-08).</summary>
public sealed class BrandTests(District district) : IClassFixture<District>
{
    private const string Screen = "/school-2/Admin/Brand";

    [Fact]
    public async Task What_the_administrator_chooses_every_page_wears()
    {
        var admin = await district.SignInAsync("admin");
        var saved = await admin.SubmitAsync(Screen, new() { ["Form.Main"] = "#7B1FA2", ["Form.Accent"] = "#ffca28", ["Form.ShortName"] = "Школа 2", ["Form.Shape"] = "Square", ["Form.Font"] = "SerifHeadings" });
        Assert.True(saved.IsRedirect, saved.Errors);

        var visitor = district.Visitor();
        var front = await visitor.OpenAsync("/school-2/");
        var link = Sheet(front);
        Assert.StartsWith("/school-2/brand.css?v=", link, StringComparison.Ordinal);
        Assert.Equal("Школа 2", front.Document.QuerySelector(".mark span:last-child")!.TextContent);

        var css = await visitor.OpenAsync(link);
        Assert.Contains("--brand:#7b1fa2;--on-brand:#ffffff;", css.Text, StringComparison.Ordinal);
        Assert.Contains("--radius:0px;", css.Text, StringComparison.Ordinal);
        Assert.Equal("text/css", css.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", css.Response.Headers.CacheControl!.ToString());
        Assert.Equal("no-cache", (await visitor.OpenAsync("/school-2/brand.css?v=older")).Response.Headers.CacheControl!.ToString());

        await admin.SubmitAsync(Screen, new() { ["Form.Main"] = "#004d40" });
        Assert.NotEqual(link, Sheet(await visitor.OpenAsync("/school-2/")));
        Assert.Contains("BrandSettings", string.Join(' ', await district.InDbAsync("school-2", db => db.Set<Integral.Platform.Audit.AuditEntry>().Where(e => e.Kind == "Setting").Select(e => e.RecordId + e.Payload).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_looks_like_its_district_until_it_chooses_for_itself()
    {
        await PutAsync("", new { main = "#1b5e20", shape = "Slight", shortName = "Район" });
        await PutAsync("/school-1", new { font = "Serif" });

        var css = await CssAsync("/school-1");
        Assert.Contains("--brand:#1b5e20", css, StringComparison.Ordinal);
        Assert.Contains("--font-head:Cambria", css, StringComparison.Ordinal);
        Assert.DoesNotContain("Район", (await district.Visitor().OpenAsync("/school-1/?fresh")).Document.QuerySelector(".top .mark")!.TextContent, StringComparison.Ordinal);

        await PutAsync("", new { main = "#3e2723" });      // the school's own row isn't touched by that
        Assert.Contains("--brand:#3e2723", await CssAsync("/school-1"), StringComparison.Ordinal);

        await PutAsync("/school-1", new { main = "#e65100" });
        Assert.Contains("--brand:#e65100", await CssAsync("/school-1"), StringComparison.Ordinal);
        await PutAsync("", new { main = "#263238" });
        Assert.Contains("--brand:#e65100", await CssAsync("/school-1"), StringComparison.Ordinal);
        Assert.Contains("--brand:#263238", await CssAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_is_shown_and_kept_and_what_is_no_picture_is_refused()
    {
        var admin = await district.SignInAsync("admin");
        var refused = await SendLogoAsync(admin, "/centre", System.Text.Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "logo.png");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("PNG", refused.Document.QuerySelector("#Form_Logo-error")!.TextContent, StringComparison.Ordinal);

        var sent = await SendLogoAsync(admin, "/centre", LogoTests.Png, "logo.svg");
        Assert.True(sent.IsRedirect, sent.Errors);
        var address = (await district.Visitor().OpenAsync("/centre/?fresh")).Document.QuerySelector("img.mark-logo")!.GetAttribute("src")!;
        var logo = await district.Visitor().Http.GetAsync(address);
        Assert.Equal(LogoTests.Png, await logo.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", logo.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", string.Join(' ', logo.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(logo.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Who_saw_an_older_state_does_not_overwrite_a_newer_one()
    {
        var admin = await district.SignInAsync("admin");
        var stale = new Dictionary<string, string> { ["Form.Main"] = "#333333", ["Form.Seen"] = "0123456789abcdef" };
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SubmitAsync(Screen, stale)).Status);
        var files = await FilesAsync("school-2");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await AskAsync("/school-2", new { main = "#333333", logo = LogoTests.Png }, "\"0123456789abcdef\"")).StatusCode);
        Assert.Equal(files, await FilesAsync("school-2"));
    }

    [Fact]
    public async Task Of_two_who_read_the_same_state_only_one_saves()
    {
        await PutAsync("/school-1", new { main = "#1b5e20" });
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => district.InDbAsync("school-1", async db =>
        {
            await db.Set<Setting>().LoadAsync();
            await PutAsync("/school-1", new { main = "#880e4f" });
            await db.PutSettingAsync(BrandSettings.Name, new() { ["Main"] = "#263238" });
            return await db.SaveChangesAsync();
        }));
        Assert.Contains("--brand:#880e4f", await CssAsync("/school-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_is_shown_though_its_district_cannot_be_brought_to_this_version()
    {
        var brands = new Brands(district.Services.GetRequiredService<Catalogue>(), new Stuck());
        Assert.Equal((BrandSettings.None, false), await brands.AboveAsync(district.Tenant("school-1")));
    }

    [Theory, InlineData("Form.Main", "red"), InlineData("Form.Main", "#12"), InlineData("Form.Accent", "#zzz")]
    public async Task What_is_no_colour_is_refused_at_its_field(string field, string value)
    {
        var admin = await district.SignInAsync("admin");
        var answer = await admin.SubmitAsync(Screen, new() { ["Form.Main"] = "#112233", [field] = value });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(value, answer.Document.QuerySelector($"#{field.Replace('.', '_')}-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_tries_colours_out_without_saving_them()
    {
        var admin = await district.SignInAsync("admin");
        var preview = await admin.OpenAsync($"{Screen}?handler=Preview&Form.Main=%23ffd84d&Form.Shape=Slight");
        var panes = preview.Document.QuerySelectorAll("[data-tokens]");
        Assert.Equal(2, panes.Length);
        Assert.Contains("#ffd84d", panes[0].GetAttribute("data-tokens"), StringComparison.Ordinal);
        Assert.Contains("#ffd84d", preview.Document.QuerySelector("ul")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ffd84d", await CssAsync("/school-2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_sets_a_brand_and_is_told_of_what_means_nothing()
    {
        var good = await RunAsync("""{ "Main": "#006064", "Accent": "#ff7043", "Shape": "Slight" }""");
        Assert.Empty(good);
        Assert.Contains("--brand:#006064", await CssAsync("/centre"), StringComparison.Ordinal);

        var bad = await RunAsync("""{ "Main": "red;}body{display:none", "Font": "Comic", "Logo": { "File": "../../host.db" } }""");
        Assert.Equal(["BrandSettings.Main", "BrandSettings.Font", "BrandSettings.Logo"], bad);
        Assert.DoesNotContain("display", await CssAsync("/centre"), StringComparison.Ordinal);
        Assert.DoesNotContain("host.db", await district.InDbAsync("centre", db => db.Set<Setting>().Where(s => s.Name == BrandSettings.Name).Select(s => s.Value).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_puts_up_a_logo_and_is_told_when_it_is_none()
    {
        Assert.NotNull((await district.Visitor().OpenAsync("/centre/?recipe")).Document.QuerySelector("img.mark-logo"));      // the demo's own
        Assert.Empty(await RunStepAsync($$"""{ "name": "BrandLogo", "Base64": "{{Convert.ToBase64String(LogoTests.Png)}}" }"""));
        Assert.Equal(LogoTests.Png, await district.Visitor().Http.GetByteArrayAsync("/centre/brand-logo"));
        var logo = await district.InDbAsync("centre", async db => (await BrandSettings.ReadAsync(db)).Logo);
        Assert.Empty(await RunStepAsync($$"""{ "name": "BrandLogo", "Base64": "{{Convert.ToBase64String(LogoTests.Png)}}" }"""));
        Assert.Equal(logo, await district.InDbAsync("centre", async db => (await BrandSettings.ReadAsync(db)).Logo));      // the same file
        Assert.Equal(["SourcePath"], await RunStepAsync("""{ "name": "BrandLogo", "Base64": "PHN2Zy8+" }"""));
        Assert.Equal(["SourcePath"], await RunStepAsync("""{ "name": "BrandLogo", "SourcePath": "../../host.db" }"""));
    }

    [Fact]
    public void A_setting_that_came_by_another_way_never_reaches_a_stylesheet_or_a_file()
    {
        var said = BrandSettings.Of(JsonNode.Parse("""{ "Main": "#fff}*{x:y", "Shape": "7", "Logo": { "File": "../../../host.db", "Type": "text/html", "Width": 10, "Height": 10 } }""")!.AsObject(), [], Guid.NewGuid());
        Assert.Equal(BrandSettings.None, said);
    }

    private Task<int> FilesAsync(string tenant) => district.InTenantAsync(tenant, services =>
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(services.GetRequiredService<TenantFiles>().PathOf("any"))!);
        return Task.FromResult(folder.Exists ? folder.GetFiles().Length : 0);
    });

    private static string Sheet(Answer page) => page.Document.QuerySelector("link[href*='brand.css']")!.GetAttribute("href")!;

    private async Task<string> CssAsync(string tenant) => await district.Visitor().ReadAsync($"{tenant}/brand.css");

    private async Task PutAsync(string tenant, object body) => (await AskAsync(tenant, body, null)).EnsureSuccessStatusCode();

    private async Task<HttpResponseMessage> AskAsync(string tenant, object body, string? seen)
    {
        var visitor = district.Visitor();
        var token = await (await visitor.Http.PostAsJsonAsync("/api/v1/token", new { login = "admin@demo.local", password = "Integral-2026" })).Content.ReadFromJsonAsync<JsonObject>();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{tenant}/api/v1/brand") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", $"{token!["accessToken"]}");
        if (seen is not null) request.Headers.IfMatch.Add(new(seen));
        return await visitor.Http.SendAsync(request);
    }

    private static async Task<Answer> SendLogoAsync(Visitor admin, string tenant, byte[] bytes, string name)
    {
        var form = (await admin.OpenAsync($"{tenant}/Admin/Brand")).Document;
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var content = new MultipartFormDataContent { { file, "Form.Logo", name } };
        foreach (var hidden in new[] { "__RequestVerificationToken", "Form.Seen" }) content.Add(new StringContent(form.QuerySelector($"form [name='{hidden}']")!.GetAttribute("value")!), hidden);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{tenant}/Admin/Brand") { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Answer.OfAsync(await admin.Http.SendAsync(request));
    }

    private Task<List<string>> RunAsync(string brand) => RunStepAsync($$"""{ "name": "settings", "BrandSettings": {{brand}} }""");

    private Task<List<string>> RunStepAsync(string step) => district.InTenantAsync("centre", async services =>
    {
        var file = Path.Combine(district.Folder, $"{Guid.NewGuid():N}.recipe.json");
        await File.WriteAllTextAsync(file, $$"""{ "name": "brand", "steps": [ {{step}} ] }""");
        var report = await services.GetRequiredService<RecipeUse>().RunAsync(district.Tenant("centre"), RecipeFile.Read(file), isLenient: true);
        return report.LeftOut.Select(p => p.Where).ToList();
    });

    private sealed class Stuck : ITenantRunner
    {
        public Task<T> RunAsync<T>(Tenant tenant, string what, Func<IServiceProvider, Task<T>> work) => throw new RuleException("It is stuck.");
    }
}
