using System.Net;
using System.Text.RegularExpressions;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;

namespace Integral.Tests.Tenancy;

/// <summary>The buttons: back up, look at what is kept, download, restore, delete. What they do is what the verbs do.</summary>
public sealed partial class BackupPageTests(District district) : IClassFixture<District>
{
    private const string Restore = "/Admin/Tenants/Restore";

    [Fact]
    public async Task A_backup_is_made_listed_downloaded_restored_and_deleted()
    {
        var admin = await district.SignInAsync("admin");
        var page = PageOf("centre");
        var hash = Digest().Match(await DoneAsync(admin, await admin.SubmitAsync(page, []))).Value;
        var list = await admin.OpenAsync(page);
        Assert.Contains(hash[..16], list.Text);

        var file = await admin.Http.GetAsync(list.Document.QuerySelector("a[href*='handler=File']")!.GetAttribute("href"));
        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Equal("application/zip", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("PK"u8.ToArray(), bytes[..2]);

        var kept = list.Document.QuerySelector("a[href*='/Restore?']")!.GetAttribute("href")!;
        Assert.Contains(hash, await DoneAsync(admin, await admin.SubmitAsync(kept, new() { ["Form.Path"] = "from-kept" })));
        Assert.Equal(TenantState.Running, district.Tenant("from-kept").State);

        Assert.Contains(hash, await DoneAsync(admin, await SendAsync(admin, bytes, "from-sent")));
        Assert.Equal(TenantState.Running, district.Tenant("from-sent").State);
        Assert.Contains("занят", await FailedAsync(admin, await SendAsync(admin, bytes, "from-sent")));
        Assert.Contains("не резервная копия", await FailedAsync(admin, await SendAsync(admin, "not a zip at all"u8.ToArray(), "from-text")));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(district.Folder, "temporary"), "*", SearchOption.AllDirectories), f => f.EndsWith(".zip", StringComparison.Ordinal));

        await admin.SubmitAsync(page, [], to: "handler=Delete");
        Assert.DoesNotContain(hash[..16], await admin.ReadAsync(page));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync(kept));
    }

    [Fact]
    public async Task Without_a_file_it_says_so_and_without_the_right_there_is_nothing()
    {
        var admin = await district.SignInAsync("admin");
        var nothing = await admin.SubmitAsync(Restore, new() { ["Form.Path"] = "no-file" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Выберите файл", nothing.Text);

        var teacher = await district.SignInAsync("district");
        Assert.Equal(HttpStatusCode.Forbidden, await teacher.StatusAsync(PageOf("centre")));
        Assert.Equal(HttpStatusCode.Forbidden, await teacher.StatusAsync(Restore));
    }

    [Fact]
    public async Task Only_backups_of_institutions_within_reach_and_only_files_among_them_are_given_out()
    {
        var admin = await district.SignInAsync("admin");
        await DoneAsync(admin, await admin.SubmitAsync(PageOf("school-2"), []));
        var name = Regex.Match((await admin.OpenAsync(PageOf("school-2"))).Document.QuerySelector("a[href*='handler=File']")!.GetAttribute("href")!, "name=([0-9-]+\\.zip)").Groups[1].Value;
        var school = await district.ProgramAsync("school-1", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);

        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync($"{PageOf("school-2")}?handler=File&name={name}"));
        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync($"/school-1{PageOf("school-2")}?handler=File&name={name}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await school.GetAsync($"/school-1{Restore}?of={district.Tenant("school-2").Id}&name={name}")).StatusCode);
        foreach (var odd in new[] { "../../host.db", "..%2f..%2fhost.db", "x.zip", "" }) Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync($"{PageOf("school-2")}?handler=File&name={odd}"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusAsync($"{PageOf("school-1")}?handler=File&name={name}"));
    }

    private string PageOf(string tenant) => $"/Admin/Tenants/Backups/{district.Tenant(tenant).Id}";

    private static async Task<Answer> SendAsync(Visitor admin, byte[] bytes, string path)
    {
        var form = await admin.OpenAsync(Restore);
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent(bytes), "Form.File", "backup.zip" }, { new StringContent(path), "Form.Path" },
            { new StringContent(form.Document.QuerySelector("[name='Form.ParentId'] option[selected]")!.GetAttribute("value")!), "Form.ParentId" },
            { new StringContent(form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Restore) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Answer.OfAsync(await admin.Http.SendAsync(request));
    }

    private static async Task<string> DoneAsync(Visitor admin, Answer started)
    {
        var text = await EndAsync(admin, started);
        Assert.Contains("Готово", text);
        return text;
    }

    private static async Task<string> FailedAsync(Visitor admin, Answer started)
    {
        var text = await EndAsync(admin, started);
        Assert.DoesNotContain("Готово", text);
        return text;
    }

    private static async Task<string> EndAsync(Visitor admin, Answer started)
    {
        Assert.True(started.IsRedirect, $"{started.Status} {started.Errors}");
        var text = "";
        await Until.TrueAsync(async () => !(text = await admin.ReadAsync(started.Location!.ToString())).Contains("<progress", StringComparison.Ordinal), "the work doesn't end");
        return text;
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();
}
