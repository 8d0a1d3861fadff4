using System.Net;
using System.Text;
using Integral.Platform.Security;
using Integral.Platform.Tenancy;
using Integral.Tests.Kit;
using Integral.Tests.People;
using Integral.Tests.Sheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Tenancy;

/// <summary>A register imported from the screen.</summary>
public sealed class RegisterScreenTests(District district) : IClassFixture<District>
{
    private const string Upload = "/Admin/Tenants/Import";

    [Fact]
    public async Task A_register_is_looked_at_and_deployed_from_the_screen()
    {
        var admin = await AdminAsync();
        var page = await UploadAsync(admin, "screen.csv", Encoding.UTF8.GetBytes(Register.Of("screen")));
        var looked = await admin.ReadAsync(page);
        Assert.Contains("Deploy ", looked);
        Assert.Contains("Nobody knows here whether &#x27;на канікулах&#x27;", looked);
        Assert.DoesNotContain(All, t => t.Code?.StartsWith("screen", StringComparison.Ordinal) == true);     // looking makes nothing

        var started = await admin.SubmitAsync(page, new() { ["Form.Recipe"] = "school", ["Form.RootBody"] = Register.RootBody });
        Assert.StartsWith("/Admin/Tenants/Progress/", started.Location?.ToString(), StringComparison.Ordinal);
        await DoneAsync(admin, started.Location!.ToString());

        Assert.Equal(Register.Made, All.Count(t => t.Code?.StartsWith("screen", StringComparison.Ordinal) == true));
        Assert.Contains("Known already", await admin.ReadAsync(page));      // the file is still there and now says so
        Assert.DoesNotContain("Deploy ", await admin.ReadAsync(page));
    }

    [Fact]
    public async Task Columns_and_words_are_corrected_on_the_screen_and_kept_for_the_next_file()
    {
        var admin = await AdminAsync();
        const string rows = "Шифр,Як зветься,Життя\nfix1,fix перша школа,так\nfix2,fix друга школа,ні\n";
        var page = await UploadAsync(admin, "fix.csv", Encoding.UTF8.GetBytes(rows));
        Assert.Contains("The file has no column for &#x27;Code in the register&#x27;", await admin.ReadAsync(page));

        var columns = new Dictionary<string, string> { ["Form.Columns[0].Heading"] = "Шифр", ["Form.Columns[1].Heading"] = "Як зветься", ["Form.Columns[4].Heading"] = "Життя" };
        var asked = await CheckAsync(admin, page, columns);
        Assert.Contains("Form.Words[1].Word", asked.Text);
        var told = new Dictionary<string, string>(columns) { ["Form.Words[0].Word"] = "так", ["Form.Words[0].Meaning"] = "Working", ["Form.Words[1].Word"] = "ні", ["Form.Words[1].Meaning"] = "Suspended" };
        Assert.Contains("Deploy 2 institutions", (await CheckAsync(admin, page, told)).Text);
        await DoneAsync(admin, (await SendAsync(admin, page, told)).Location!.ToString());
        Assert.Equal([TenantState.Running, TenantState.Disabled], new[] { "fix1", "fix2" }.Select(c => All.Single(t => t.Code == c).State));

        var next = await UploadAsync(admin, "fix2.csv", Encoding.UTF8.GetBytes(rows + "fix3,fix третя школа,ні\n"));
        Assert.Contains("Deploy 1 institution<", await admin.ReadAsync(next));
    }

    [Fact]
    public async Task A_workbook_is_a_register_too()
    {
        var admin = await AdminAsync();
        var page = await UploadAsync(admin, "register.xlsx", XlsxTests.Workbook("""
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Назва</t></is></c></row>
            <row r="2"><c r="A2"><v>770001</v></c><c r="B2" t="s"><v>1</v></c></row>
            """));
        Assert.Contains("Deploy 1 institution<", await admin.ReadAsync(page));
    }

    [Fact]
    public async Task What_is_no_register_is_refused_on_the_form()
    {
        var admin = await AdminAsync();
        Assert.Contains("The file is empty.", (await PostAsync(admin, "empty.csv", [])).Errors);
        Assert.Contains("old kind (XLS)", (await PostAsync(admin, "old.xls", [0xD0, 0xCF, 0x11, 0xE0, 1])).Errors);
        Assert.Contains("damaged or isn't one", (await PostAsync(admin, "cut.xlsx", "PK\u0003\u0004"u8.ToArray())).Errors);
    }

    [Fact]
    public async Task Nobody_sees_a_register_that_somebody_else_uploaded()
    {
        var page = await UploadAsync(await AdminAsync(), "mine.csv", Encoding.UTF8.GetBytes("Code,Name\nmine1,Mine\n"));

        Assert.Equal(HttpStatusCode.NotFound, await (await AdminAsync()).StatusAsync(page));
        Assert.Equal(HttpStatusCode.Forbidden, await (await district.SignInAsync("district")).StatusAsync(page));
    }

    private IReadOnlyList<Tenant> All => [.. district.Services.GetRequiredService<Catalogue>().All];

    /// <summary>A platform administrator who reads English.</summary>
    private async Task<Visitor> AdminAsync()
    {
        var account = await district.AddAsync($"register-{Guid.NewGuid():N}", "", DeliveredRoles.PlatformAdmin, Reach.HereAndBelow);
        await district.InHostAsync(async host =>
        {
            (await host.Users.SingleAsync(a => a.Id == account.Id)).Speak("en");
            return await host.SaveChangesAsync();
        });
        return await district.EnterAsync(account, "");
    }

    private static async Task<string> UploadAsync(Visitor visitor, string name, byte[] bytes)
    {
        var answer = await PostAsync(visitor, name, bytes);
        Assert.True(answer.IsRedirect, answer.Errors);
        return answer.Location!.ToString();
    }

    private static async Task<Answer> PostAsync(Visitor visitor, string name, byte[] bytes)
    {
        var token = (await visitor.OpenAsync(Upload)).Document.QuerySelector("main [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "Form.File", name }, { new StringContent(token), "__RequestVerificationToken" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Upload) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Answer.OfAsync(await visitor.Http.SendAsync(request));
    }

    private static Task<Answer> CheckAsync(Visitor visitor, string page, Dictionary<string, string> fields) => SendAsync(visitor, page, fields, "?handler=Check");

    // Fields that the page begins to ask for aren't on it before.
    private static async Task<Answer> SendAsync(Visitor visitor, string page, Dictionary<string, string> fields, string handler = "")
    {
        var form = (await visitor.OpenAsync(page)).Document.QuerySelector("main form")!;
        string Value(string name) => form.QuerySelector($"[name='{name}']") switch
        {
            AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
            var other => other?.GetAttribute("value") ?? "",
        };
        var filled = new[] { "__RequestVerificationToken", "Form.Recipe", "Form.ParentId" }.Concat(Enumerable.Range(0, 9).Select(i => $"Form.Columns[{i}].Field")).ToDictionary(n => n, Value);
        foreach (var (name, value) in fields) filled[name] = value;
        return await visitor.PostAsync(page + handler, filled);
    }

    private static async Task DoneAsync(Visitor visitor, string progress)
    {
        await Until.DoneAsync(async () => (await visitor.OpenAsync(progress)).Document.QuerySelector("main [hx-trigger]")?.OuterHtml ?? "", left => left.Length == 0, "The import stands still.");
        Assert.Contains("Institutions made:", await visitor.ReadAsync(progress));
    }
}
