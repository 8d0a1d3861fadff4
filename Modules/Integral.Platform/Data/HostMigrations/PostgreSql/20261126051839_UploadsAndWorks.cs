using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Platform.Data.HostMigrations.PostgreSql
{
    /// <inheritdoc />
    public partial class UploadsAndWorks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "register_uploads",
                schema: "host");

            migrationBuilder.CreateTable(
                name: "uploads",
                schema: "host",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_uploads_accounts_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "host",
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_uploads_tenants_TenantId",
                        column: x => x.TenantId,
                        principalSchema: "host",
                        principalTable: "tenants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "works",
                schema: "host",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    NodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    Says = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Trouble = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Result = table.Column<string>(type: "text", nullable: true),
                    Secret = table.Column<string>(type: "text", nullable: true),
                    Input = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_works", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_uploads_AccountId",
                schema: "host",
                table: "uploads",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_uploads_CreatedAt",
                schema: "host",
                table: "uploads",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_uploads_TenantId",
                schema: "host",
                table: "uploads",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_works_StartedAt",
                schema: "host",
                table: "works",
                column: "StartedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "uploads",
                schema: "host");

            migrationBuilder.DropTable(
                name: "works",
                schema: "host");

            migrationBuilder.CreateTable(
                name: "register_uploads",
                schema: "host",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_uploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_register_uploads_accounts_AccountId",
                        column: x => x.AccountId,
                        principalSchema: "host",
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_register_uploads_AccountId",
                schema: "host",
                table: "register_uploads",
                column: "AccountId");
        }
    }
}
